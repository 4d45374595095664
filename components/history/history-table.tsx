"use client";

import {
  Link,
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";
import { useNames } from "@/lib/queries/people";
import { type ReactNode, useMemo } from "react";
import { decisionIn, entryWord, guestOf, thingOf } from "@/components/entries/about-entry";
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

/** The columns of the table; what an entry is about opens the whole of it, so that one always stays. */
export const HISTORY_COLUMNS = [
  { id: "about", label: "About" },
  { id: "when", label: "When" },
  { id: "operation", label: "Operation" },
  { id: "who", label: "Who" },
  { id: "why", label: "Why" },
  { id: "outcome", label: "Outcome" },
  { id: "evidence", label: "Evidence" },
] as const;

/** When comes first to the eye. */
const SHOWN_ORDER = ["when", "about", "operation", "who", "why", "outcome", "evidence"] as const;
type ColumnId = (typeof SHOWN_ORDER)[number];

const LABELS = new Map<string, string>(HISTORY_COLUMNS.map(({ id, label }) => [id, label]));

interface HistoryTableProps {
  readonly rows: readonly HistoryRow[];
  readonly hiddenColumns: readonly string[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The entries, newest first; the guest or the thing of each opens the whole of it. */
export function HistoryTable({ rows, hiddenColumns, openId, onOpen }: HistoryTableProps) {
  const styles = useStyles();
  const getsFocusBack = useRestoreFocusTarget();
  const reviewers = useMemo(() => reviewersOf(rows), [rows]);
  const names = useNames(reviewers).data;
  const shown = SHOWN_ORDER.filter((id) => !hiddenColumns.includes(id));
  const cell: Readonly<Record<ColumnId, (row: HistoryRow) => ReactNode>> = {
    when: (row) => <Moment at={row.recordedAt} />,
    about: (row) => (
      <Link
        {...getsFocusBack}
        as="button"
        onClick={() => {
          onOpen(row.id);
        }}
      >
        <About row={row} />
      </Link>
    ),
    operation: (row) => (
      <>
        {entryWord(row)}
        {row.altered && <AlteredMark />}
        {decisionIn(row) !== null && <span className={styles.quiet}> ({decisionIn(row)})</span>}
        {row.kind === "planned" && row.operation.undoes !== null && (
          <span className={styles.quiet}> (undo)</span>
        )}
      </>
    ),
    who: (row) => <Decider row={row} names={names} />,
    why: (row) => whyOf(row) !== "" && <PersonName name={whyOf(row)} />,
    outcome: (row) => (
      <>
        <OutcomeBadge row={row} />
        {isCorrected(row) && <span className={styles.quiet}> Corrected</span>}
      </>
    ),
    evidence: (row) => <Evidence row={row} />,
  };
  const look: Readonly<Partial<Record<ColumnId, string>>> = {
    when: mergeClasses(styles.word, styles.nowrap),
    about: styles.guest,
    operation: styles.word,
    why: styles.quiet,
    outcome: styles.outcome,
  };
  return (
    <table className={styles.table} aria-label="Entries, newest first">
      <thead>
        <tr>
          {shown.map((id) => (
            <th key={id} className={styles.head}>
              {LABELS.get(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={mergeClasses(styles.row, row.id === openId && styles.open)}>
            {shown.map((id) => (
              <td key={id} className={mergeClasses(styles.cell, look[id])}>
                {cell[id](row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
