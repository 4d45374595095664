"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PersonName } from "./person-name";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    // A review's name may be one long word.
    overflowWrap: "anywhere",
  },
  words: {
    overflowWrap: "anywhere",
    margin: 0,
    maxWidth: "48rem",
    color: tokens.colorNeutralForeground2,
  },
  // A link among the buttons stands on their line.
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

/** The head of a page: its only h1, a sentence, and what can be done with the whole of it. */
export function PageHeader(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div>
        <h1 className={styles.title}>
          <PersonName name={props.title} />
        </h1>
        {props.children !== undefined && <p className={styles.words}>{props.children}</p>}
      </div>
      {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}
