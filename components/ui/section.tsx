"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";

const useStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

/** One part of a panel or a page under its own heading. */
export function Section(props: {
  readonly title: string;
  /** Of the heading: 2 right below the title of a page; in a panel, whose title is one itself, 3. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  const Heading = props.level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id}>
      <Heading id={id} className={styles.title}>
        {props.title}
      </Heading>
      {props.children}
    </section>
  );
}

/** Things of one kind, one below the other. */
export function PlainList(props: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <ul className={styles.list}>{props.children}</ul>;
}
