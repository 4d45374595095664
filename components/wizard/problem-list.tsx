"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";

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

/** Something that speaks against a plan. */
export interface Problem {
  readonly id: string;
  /** True where the plan cannot be carried out before it is solved. */
  readonly blocks: boolean;
  readonly says: string;
}

/** What speaks against a plan, in the order given. */
export function ProblemList(props: { readonly problems: readonly Problem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Problems">
      {props.problems.map(({ id, blocks, says }) => (
        <li key={id} className={styles.item}>
          <span
            className={mergeClasses(styles.icon, blocks ? styles.blocks : styles.warns)}
            aria-hidden="true"
          >
            {blocks ? <ErrorCircleRegular /> : <WarningRegular />}
          </span>
          <span className={styles.words}>
            <strong>{blocks ? "Fix first: " : ""}</strong>
            {says}
          </span>
        </li>
      ))}
    </ul>
  );
}
