"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(7rem, 10rem) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    lineHeight: tokens.lineHeightBase300,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
});

/** A titled list of facts, each under its name. */
export function FactList(props: {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly fact: ReactNode }[];
}) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.title}>{props.title}</h3>
      <dl className={styles.list}>
        {props.facts.map(({ name, fact }) => (
          <FactRow key={name} name={name} fact={fact} />
        ))}
      </dl>
    </section>
  );
}

function FactRow(props: { readonly name: string; readonly fact: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{props.name}</dt>
      <dd className={styles.fact}>{props.fact}</dd>
    </>
  );
}
