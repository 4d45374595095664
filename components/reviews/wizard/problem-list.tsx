"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex", gap: tokens.spacingHorizontalS, lineHeight: tokens.lineHeightBase300 },
  icon: { display: "flex", flexShrink: 0, fontSize: "20px" },
  blocks: { color: tokens.colorStatusDangerForeground1 },
  warns: { color: tokens.colorStatusWarningForeground1 },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});

/** What stands against the review: what stops it first, then what somebody should know. */
export function ProblemList(props: { readonly problems: readonly PreflightProblem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="What stands against it">
      {props.problems.map(({ id, blocks, says }) => (
        <li key={id} className={styles.item}>
          <span
            className={mergeClasses(styles.icon, blocks ? styles.blocks : styles.warns)}
            aria-hidden="true"
          >
            {blocks ? <ErrorCircleRegular /> : <WarningRegular />}
          </span>
          <span className={styles.words}>
            <strong>{blocks ? "Stops it: " : ""}</strong>
            {says}
          </span>
        </li>
      ))}
    </ul>
  );
}
