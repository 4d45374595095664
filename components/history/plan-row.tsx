"use client";

import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import type { HistoryRow, PlanSummary } from "@/lib/contract/history";
import { counted, numberText } from "@/lib/domain/number-text";
import { undoOfOperation } from "@/lib/domain/undo";
import { leftOutOf, neverBegunWords } from "@/components/entries/never-begun";
import { decisionWord } from "@/components/entries/review-item-labels";
import { AlteredMark } from "@/components/entries/altered";
import { ENTRY_WORD, RESULT_WORD } from "@/components/entries/entry-labels";
import { RESULT_COLOR } from "./outcome-badge";
import { About, MailOf } from "./about";
import { InReview } from "./history-cells";
import type { HistoryFilters } from "./history-filters";
import { UndoPlanButton } from "./undo-plan-button";
import { SMALL_LINE } from "./small-line";

const useStyles = makeStyles({
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  beneath: SMALL_LINE,
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
  return plans.find((plan) => plan.planId === planId && isOfSeveral(plan)) ?? null;
}

/** Also where several were confirmed and only one was begun. */
function isOfSeveral(plan: PlanSummary): boolean {
  return plan.operations > 1 || leftOutOf(plan) > 0;
}

/** Whom a plan is about, as a link to those of its operations that the row counts. */
export function PlanAbout(props: {
  readonly row: HistoryRow;
  readonly plan: PlanSummary;
  /** By which the row was found. */
  readonly filters: Pick<HistoryFilters, "kind" | "from" | "to">;
}) {
  const { row, plan, filters } = props;
  const { kind, from, to } = filters;
  const query = new URLSearchParams({
    plan: plan.planId,
    ...(kind !== null && { kind }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  });
  return (
    <>
      <AppLink href={`/history?${query.toString()}`}>
        <About row={row} />
        {plan.operations > 1 && ` and ${numberText(plan.operations - 1)} more`}
      </AppLink>
      <MailOf row={row} />
    </>
  );
}

/** What a plan does: its kinds of operations, and how many there are. */
function planWords({ kinds, operations }: PlanSummary): string {
  return `${kinds.map((kind) => ENTRY_WORD[kind]).join(", ")}: ${counted(operations, "operation")}`;
}

/** Of a reviewer's answers: "8 approved · 4 denied". */
function decisionWords({ decisions }: PlanSummary): string {
  return decisions
    .map(({ decision, count }) => `${numberText(count)} ${decisionWord(decision).toLowerCase()}`)
    .join(" · ");
}

/** What a plan does, and what is to be known of its newest entry: that it is not as recorded, that it takes another back. */
export function PlanOperation({
  row,
  plan,
  nameOfReview,
}: {
  readonly row: HistoryRow;
  readonly plan: PlanSummary;
  readonly nameOfReview: (id: string) => string | null;
}) {
  const styles = useStyles();
  const decisions = decisionWords(plan);
  const neverBegun = neverBegunWords(plan);
  return (
    <>
      {planWords(plan)}
      {row.altered && <AlteredMark />}
      {row.kind === "planned" && row.operation.undoes !== null && (
        <span className={styles.quiet}> (undo)</span>
      )}
      {decisions !== "" && <span className={styles.beneath}>{decisions}</span>}
      {plan.subjects === 1 && <InReview row={row} nameOfReview={nameOfReview} />}
      {neverBegun !== null && <span className={styles.beneath}>{neverBegun}</span>}
    </>
  );
}

/** No outcome and an unknown one are the same to people. */
function withOneUnknown(results: PlanSummary["results"]): PlanSummary["results"] {
  const unknown = results.filter(({ result }) => result === "unknown" || result === "unresolved");
  const count = unknown.reduce((sum, each) => sum + each.count, 0);
  const known = results.filter((each) => !unknown.includes(each));
  return count === 0 ? results : [...known, { result: "unresolved", count }];
}

/** What became of the operations of a plan, counted. */
export function PlanOutcome({ plan }: { readonly plan: PlanSummary }) {
  const styles = useStyles();
  return (
    <span className={styles.badges}>
      {withOneUnknown(plan.results).map(({ result, count }) => (
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
