"use client";

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanRun as Run } from "@/lib/commands/use-run-plan";
import { kindsOf, type Plan } from "@/lib/domain/plan";
import type { Result } from "@/lib/domain/outcome";
import { undoOf } from "@/lib/domain/undo";
import { labelsOf } from "@/lib/operations/registry";
import type { OperationResult, RunResult } from "@/lib/runner/run";
import { RunFrame } from "./run-frame";

interface PlanRunProps {
  readonly title: string;
  readonly plan: Plan;
  readonly run: Run;
  /** Plans anew what did not work; nothing is sent again by itself. */
  readonly onRetry: (failed: readonly OperationResult[]) => void;
  /** Asks about taking the plan back. */
  readonly onUndo: () => void;
  /** Reads what the plan was made from again, where the plan itself may be what stands against it. */
  readonly onLookAgain?: () => Promise<void>;
  readonly onClose: () => void;
}

/** The run of a plan, what became of each operation, and what can be done about that. */
export function PlanRun(props: PlanRunProps) {
  const { title, plan, run, onRetry, onUndo, onLookAgain, onClose } = props;
  const { snapshot } = run;
  const result = snapshot?.result ?? null;
  const failed = (result?.results ?? []).filter(isNotDone);
  // What a look at the directory refused would be refused again.
  const isOutdated = failed.some(
    ({ outcome }) => outcome?.result === "refused" && outcome.evidence === "observed",
  );
  const operations = plan.operations.map(({ operation, label, guest }) => ({
    id: operation.id,
    key: operation.id,
    name: label === "" ? (guest?.id ?? operation.id) : label,
    notDone: labelsOf(operation.kind).notDone,
  }));
  return (
    <RunFrame
      title={result === null ? title : titleOf(plan, result)}
      operations={operations}
      snapshot={snapshot}
      onStop={() => {
        run.stop();
      }}
      onClose={onClose}
    >
      {isOutdated && onLookAgain !== undefined ? (
        <LookAgain onLook={onLookAgain} />
      ) : failed.length === 0 ? null : (
        <Button
          onClick={() => {
            onRetry(failed);
          }}
        >
          {plan.operations.length === 1
            ? "Try again"
            : `Try ${failed.length.toLocaleString("en")} again`}
        </Button>
      )}
      {result !== null && <UndoButton plan={plan} result={result} onUndo={onUndo} />}
    </RunFrame>
  );
}

/** What can be tried again: what was sent and not answered is looked for, never sent a second time. */
const NOT_DONE: ReadonlySet<Result> = new Set<Result>(["failed", "refused", "partly-done"]);

function isNotDone({ outcome }: OperationResult): boolean {
  return outcome !== null && NOT_DONE.has(outcome.result);
}

/** Offers to take a whole plan back, for everybody for whom it was done. */
function UndoButton(props: {
  readonly plan: Plan;
  readonly result: RunResult;
  readonly onUndo: () => void;
}) {
  const [kind, ...others] = kindsOf(props.plan);
  const undo = kind === undefined || others.length > 0 ? null : undoOf(kind);
  const done = props.result.results.filter(
    ({ outcome }) => outcome?.result === "done" || outcome?.result === "partly-done",
  );
  if (undo === null || done.length === 0) return null;
  return (
    <Button onClick={props.onUndo}>
      Undo: {labelsOf(undo).verb.toLowerCase()} {done.length.toLocaleString("en")}
    </Button>
  );
}

function LookAgain({ onLook }: { readonly onLook: () => Promise<void> }) {
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    await onLook();
    setLooking(false);
  };
  return (
    <Button
      disabledFocusable={looking}
      onClick={() => {
        look().catch(reportError);
      }}
    >
      {looking ? "Reading …" : "Look again"}
    </Button>
  );
}

/** Says at once whether it worked. */
function titleOf(plan: Plan, { results }: RunResult): string {
  const { operations } = plan;
  const [kind, ...others] = kindsOf(plan);
  const words = kind === undefined || others.length > 0 ? null : labelsOf(kind);
  // Of what nothing is sent for, being recorded is all there is to do.
  const sends = new Set(
    operations.flatMap(({ operation }) => (operation.steps.length > 0 ? operation.id : [])),
  );
  const done = results.filter(({ operationId, outcome, recorded }) =>
    sends.has(operationId)
      ? outcome?.result === "done" || outcome?.result === "already-so"
      : recorded,
  ).length;
  if (done === operations.length) return words?.done ?? "All done";
  if (operations.length > 1) {
    const count = `${done.toLocaleString("en")} of ${operations.length.toLocaleString("en")}`;
    return `${words?.done ?? "Done"}: ${count}`;
  }
  const [only] = results;
  if (only?.outcome?.result === "partly-done") return "Partly done";
  return only?.outcome?.result === "unknown" ? "Not known yet" : (words?.notDone ?? "Not done");
}
