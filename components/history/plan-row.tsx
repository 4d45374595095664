"use client";

import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { HistoryRow, PlanSummary } from "@/lib/contract/history";
import { numberText } from "@/lib/domain/number-text";
import { undoOfOperation } from "@/lib/domain/undo";
import { AlteredMark } from "@/components/entries/altered";
import { ENTRY_WORD, RESULT_WORD } from "@/components/entries/entry-labels";
import { RESULT_COLOR } from "./outcome-badge";
import { About } from "./about";
import { UndoPlanButton } from "./undo-plan-button";

const useStyles = makeStyles({
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  badge: { height: "auto", minHeight: "20px", overflowWrap: "anywhere" },
  bar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
  },
});

/** The plan that a row stands for; null of a row that is one entry, also of the only operation of its plan. */
export function planOf(row: HistoryRow, plans: readonly PlanSummary[]): PlanSummary | null {
  if (row.kind !== "planned") return null;
  const { planId } = row.operation;
  return plans.find((plan) => plan.planId === planId && plan.operations > 1) ?? null;
}

/** Whom a plan is about, as a link to its operations. */
export function PlanAbout({ row, plan }: { readonly row: HistoryRow; readonly plan: PlanSummary }) {
  return (
    <AppLink href={`/history?plan=${plan.planId}`}>
      <About row={row} /> and {numberText(plan.operations - 1)} more
    </AppLink>
  );
}

/** What a plan does: its kinds of operations, and how many there are. */
function planWords({ kinds, operations }: PlanSummary): string {
  return `${kinds.map((kind) => ENTRY_WORD[kind]).join(", ")}: ${numberText(operations)} operations`;
}

/** What a plan does, and what is to be known of its newest entry: that it is not as recorded, that it takes another back. */
export function PlanOperation({
  row,
  plan,
}: {
  readonly row: HistoryRow;
  readonly plan: PlanSummary;
}) {
  const styles = useStyles();
  return (
    <>
      {planWords(plan)}
      {row.altered && <AlteredMark />}
      {row.kind === "planned" && row.operation.undoes !== null && (
        <span className={styles.quiet}> (undo)</span>
      )}
    </>
  );
}

/** What became of the operations of a plan, counted. */
export function PlanOutcome({ plan }: { readonly plan: PlanSummary }) {
  const styles = useStyles();
  return (
    <span className={styles.badges}>
      {plan.results.map(({ result, count }) => (
        <Badge
          key={result}
          className={styles.badge}
          appearance="tint"
          shape="rounded"
          color={RESULT_COLOR[result]}
        >
          {`${numberText(count)} ${(result === "recorded" ? "Recorded" : RESULT_WORD[result]).toLowerCase()}`}
        </Badge>
      ))}
    </span>
  );
}

/** Offers to take back the plan whose operations are listed, where one of them had an effect that can be taken back. */
export function PlanBar({
  planId,
  rows,
  hasMore,
}: {
  readonly planId: string;
  readonly rows: readonly HistoryRow[];
  /** Whether older operations of the plan are not listed yet: of a run that was stopped those are the ones it sent. */
  readonly hasMore: boolean;
}) {
  const styles = useStyles();
  // The list is read again after the undo; what was offered stays until the dialog is closed.
  const [offered, setOffered] = useState(false);
  const can = rows.some(
    (row) =>
      row.kind === "planned" &&
      undoOfOperation(row.operation) !== null &&
      (hasMore || row.outcome?.result === "done" || row.outcome?.result === "partly-done"),
  );
  if (can && !offered) setOffered(true);
  if (!can && !offered) return null;
  return (
    <div className={styles.bar} data-screen-only>
      <UndoPlanButton planId={planId} />
    </div>
  );
}
