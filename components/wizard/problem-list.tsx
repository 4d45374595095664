"use client";

import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
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
  blocks: { color: tokens.colorStatusDangerForeground3 },
  warns: { color: tokens.colorStatusWarningForeground1 },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});

/** Something that speaks against a plan. */
export interface Problem {
  readonly id: string;
  /** True where the plan cannot be carried out before it is solved. */
  readonly blocks: boolean;
  readonly says: string;
  /** The step whose fields can end it, where one can. */
  readonly step?: string;
  /** The label of the field that ends it. */
  readonly field?: string;
}

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Leads to the step that can end a problem, and to the field in it; without it nothing leads there. */
  readonly onGoTo?: (step: string, field?: string) => void;
}

/** What speaks against a plan, in the order given, with the way to the step that can end it. */
export function ProblemList({ problems, onGoTo }: ProblemListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Problems">
      {problems.map(({ id, blocks, says, step, field }) => (
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
            {onGoTo && step !== undefined && (blocks || field !== undefined) && (
              <>
                {" "}
                <Link
                  as="button"
                  inline
                  onClick={() => {
                    onGoTo(step, field);
                  }}
                >
                  {field ?? `Go to ${step}`}
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
