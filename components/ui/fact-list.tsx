"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactNode } from "react";
import { Section } from "./section";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(7rem, 10rem) minmax(0, 1fr)",
    "@media (max-width: 480px)": { gridTemplateColumns: "7rem minmax(0, 1fr)" },
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    lineHeight: tokens.lineHeightBase300,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
});

interface Fact {
  readonly name: string;
  readonly fact: ReactNode;
}

/** Facts, each under its name. */
export function Facts(props: { readonly facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {props.facts.map(({ name, fact }) => (
        <Fragment key={name}>
          <dt className={styles.term}>{name}</dt>
          <dd className={styles.fact}>{fact}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Facts under a heading of their own. */
export function FactList(props: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <Section title={props.title}>
      <Facts facts={props.facts} />
    </Section>
  );
}
