"use client";

import {
  Link,
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { decisionWord } from "@/components/entries/review-item-labels";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { useNames } from "@/lib/queries/people";
import { useMemo } from "react";
import { entryWord, guestOf, thingOf } from "@/components/entries/about-entry";
import { AlteredMark } from "@/components/entries/altered";
import { Decider, reviewersOf } from "./decider";
import { OutcomeBadge } from "./outcome-badge";
import {
  CORRECTION_MEANING,
  evidenceMeaning,
  evidenceWord,
} from "@/components/entries/entry-labels";

const NARROW = "@media (max-width: 760px)";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase300 },
  head: {
    textAlign: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    [NARROW]: {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase300,
    [NARROW]: {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
    },
  },
  // Not the darker tints: on those a link of the dark theme is too faint to read.
  row: { ":hover": { backgroundColor: tokens.colorNeutralBackground3 } },
  open: {
    backgroundColor: tokens.colorNeutralBackground3,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  nowrap: { whiteSpace: "nowrap", [NARROW]: { whiteSpace: "normal" } },
  word: { overflowWrap: "normal" },
  outcome: { whiteSpace: "nowrap" },
  wide: { [NARROW]: { display: "none" } },
  guest: { minWidth: "8rem", [NARROW]: { minWidth: "5rem" } },
});

const BY_A_PERSON = { result: "done", evidence: "reported" } as const;

/** Whether what the row says is what somebody put in place of what was recorded first. */
function isCorrected(row: HistoryRow): boolean {
  if (row.kind === "review-result") return row.correction !== null;
  return row.kind === "planned" && row.outcome !== null && row.outcome.correction !== null;
}

function Evidence({ row }: { readonly row: HistoryRow }) {
  if (row.kind === "review-result" && row.correction !== null) {
    return <span title={CORRECTION_MEANING}>{evidenceWord(BY_A_PERSON)}</span>;
  }
  if (row.kind !== "planned" || row.outcome === null) return null;
  return <span title={evidenceMeaning(row.outcome)}>{evidenceWord(row.outcome)}</span>;
}

function About({ row }: { readonly row: HistoryRow }) {
  const guest = guestOf(row);
  return guest === null ? (
    <PersonName name={thingOf(row)} />
  ) : (
    <PersonName name={guest.displayName} fallback={`Erased guest ${guest.id}`} />
  );
}

/** Why, in the words of the person who decided; of a result, the reviewer's. */
function whyOf(row: HistoryRow): string {
  return row.kind === "review-result" ? (row.result.justification ?? "") : row.reason;
}

/** The entries, newest first; the guest or the thing of each opens the whole of it. */
export function HistoryTable(props: {
  readonly rows: readonly HistoryRow[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}) {
  const styles = useStyles();
  const getsFocusBack = useRestoreFocusTarget();
  const reviewers = useMemo(() => reviewersOf(props.rows), [props.rows]);
  const names = useNames(reviewers).data;
  const wide = (...more: string[]) => mergeClasses(styles.cell, styles.wide, ...more);
  return (
    <table className={styles.table} aria-label="Entries, newest first">
      <thead>
        <tr>
          <th className={styles.head}>When</th>
          <th className={styles.head}>About</th>
          <th className={styles.head}>Operation</th>
          <th className={mergeClasses(styles.head, styles.wide)}>Who</th>
          <th className={mergeClasses(styles.head, styles.wide)}>Why</th>
          <th className={styles.head}>Outcome</th>
          <th className={mergeClasses(styles.head, styles.wide)}>Evidence</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr
            key={row.id}
            className={mergeClasses(styles.row, row.id === props.openId && styles.open)}
          >
            <td className={mergeClasses(styles.cell, styles.word, styles.nowrap)}>
              <Moment at={row.recordedAt} />
            </td>
            <td className={mergeClasses(styles.cell, styles.guest)}>
              <Link
                {...getsFocusBack}
                as="button"
                onClick={() => {
                  props.onOpen(row.id);
                }}
              >
                <About row={row} />
              </Link>
            </td>
            <td className={mergeClasses(styles.cell, styles.word)}>
              {entryWord(row)}
              {row.altered && <AlteredMark />}
              {row.kind === "review-result" && (
                <span className={styles.quiet}> ({decisionWord(row.result.decision)})</span>
              )}
              {row.kind === "planned" && row.operation.undoes !== null && (
                <span className={styles.quiet}> (undo)</span>
              )}
            </td>
            <td className={wide()}>
              <Decider row={row} names={names} />
            </td>
            <td className={wide(styles.quiet)}>
              {whyOf(row) !== "" && <PersonName name={whyOf(row)} />}
            </td>
            <td className={mergeClasses(styles.cell, styles.outcome)}>
              <OutcomeBadge row={row} />
              {isCorrected(row) && <span className={styles.quiet}> Corrected</span>}
            </td>
            <td className={wide()}>
              <Evidence row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
