"use client";

import {
  Link,
  makeStyles,
  mergeClasses,
  tokens,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { NARROW } from "@/components/ui/narrow";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow, PlanSummary } from "@/lib/contract/history";
import { useNamesOfAnswered } from "@/lib/queries/answered-reviews";
import { useNames } from "@/lib/queries/people";
import { type ReactNode, useMemo } from "react";
import { About, MailOf } from "./about";
import { Evidence, isCorrected, OperationOf, When, whyOf } from "./history-cells";
import { Decider, reviewersOf } from "./decider";
import type { HistoryFilters } from "./history-filters";
import { OutcomeBadge } from "./outcome-badge";
import { PlanAbout, planOf, PlanOutcome, PlanOperation } from "./plan-row";

const useStyles = makeStyles({
  // Fixed: one long name does not narrow the columns beside it, in any row.
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase300,
  },
  head: {
    textAlign: "start",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
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
  // On a phone, where there is no room for the columns Who and Why.
  beneath: {
    display: "none",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [NARROW]: { display: "block" },
  },
});

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

/** How wide each column is, as a share of those shown. */
const WIDTH: Readonly<Record<ColumnId, number>> = {
  when: 16,
  about: 20,
  operation: 15,
  who: 16,
  why: 20,
  outcome: 13,
  evidence: 12,
};

const LABELS = new Map<string, string>(HISTORY_COLUMNS.map(({ id, label }) => [id, label]));

interface HistoryTableProps {
  readonly rows: readonly HistoryRow[];
  /** Of rows that stand for a plan of several operations. */
  readonly plans: readonly PlanSummary[];
  /** By which these rows were found; the operations of a plan are found by the same. */
  readonly filters: HistoryFilters;
  readonly hiddenColumns: readonly string[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The entries, newest first; the guest or the thing of each opens the whole of it, and a row of a plan its operations. */
export function HistoryTable(props: HistoryTableProps) {
  const { rows, plans, filters, hiddenColumns, openId, onOpen } = props;
  const styles = useStyles();
  const getsFocusBack = useRestoreFocusTarget();
  const reviewers = useMemo(() => reviewersOf(rows), [rows]);
  const names = useNames(reviewers).data;
  const nameOfReview = useNamesOfAnswered(rows);
  const shown = SHOWN_ORDER.filter((id) => !hiddenColumns.includes(id));
  const cell: Readonly<Record<ColumnId, (row: HistoryRow) => ReactNode>> = {
    when: (row) => <When row={row} />,
    about: (row) => (
      <>
        <Link
          {...getsFocusBack}
          as="button"
          onClick={() => {
            onOpen(row.id);
          }}
        >
          <About row={row} />
        </Link>
        <MailOf row={row} />
      </>
    ),
    operation: (row) => <OperationOf row={row} nameOfReview={nameOfReview} />,
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
  const planCell: Readonly<
    Partial<Record<ColumnId, (row: HistoryRow, plan: PlanSummary) => ReactNode>>
  > = {
    about: (row, plan) => <PlanAbout row={row} plan={plan} filters={filters} />,
    operation: (row, plan) => <PlanOperation row={row} plan={plan} nameOfReview={nameOfReview} />,
    outcome: (_, plan) => <PlanOutcome plan={plan} />,
    evidence: () => null,
  };
  const hidesWhoAndWhy = !shown.includes("who") && !shown.includes("why");
  const contentOf = (id: ColumnId, row: HistoryRow) => {
    const plan = planOf(row, plans);
    const ofPlan = plan === null ? undefined : planCell[id];
    const content = plan === null || ofPlan === undefined ? cell[id](row) : ofPlan(row, plan);
    return id === "about" && hidesWhoAndWhy ? (
      <>
        {content}
        <span className={styles.beneath}>
          {cell.who(row)}
          {whyOf(row) !== "" && <> · {cell.why(row)}</>}
        </span>
      </>
    ) : (
      content
    );
  };
  const whole = shown.reduce((sum, id) => sum + WIDTH[id], 0);
  const look: Readonly<Partial<Record<ColumnId, string>>> = {
    why: styles.quiet,
  };
  return (
    <table className={styles.table} aria-label="Entries, newest first">
      <colgroup>
        {shown.map((id) => (
          <col key={id} style={{ width: `${(100 * WIDTH[id]) / whole}%` }} />
        ))}
      </colgroup>
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
                {contentOf(id, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
