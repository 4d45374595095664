"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: "flex", fontSize: "40px", color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  words: { maxWidth: "32rem", margin: 0, lineHeight: tokens.lineHeightBase300 },
});

/** An empty state: why there is nothing, and what to do next. */
export function EmptyState(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {props.icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {props.icon}
        </span>
      )}
      <h2 className={styles.title}>{props.title}</h2>
      {props.children !== undefined && <div className={styles.words}>{props.children}</div>}
      {props.action}
    </div>
  );
}
