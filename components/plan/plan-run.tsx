"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanRun as Run } from "@/lib/commands/use-run-plan";
import type { Plan } from "@/lib/domain/plan";
import { undoOfOperation } from "@/lib/domain/undo";
import { labelsOf, labelsOfOperation } from "@/lib/operations/registry";
import type { OperationResult, RunResult } from "@/lib/runner/run";
import { againWords, titleOfRun, toTryAgain } from "./end-of-run";
import { PendingNotice } from "./pending-notice";
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
  const failed = result === null ? [] : toTryAgain(result);
  // What a look at the directory refused would be refused again.
  const isOutdated = failed.some(
    ({ outcome }) => outcome?.result === "refused" && outcome.evidence === "observed",
  );
  const operations = plan.operations.map(({ operation, label, guest }) => ({
    id: operation.id,
    key: operation.id,
    name: label === "" ? (guest?.id ?? operation.id) : label,
    notDone: labelsOfOperation(operation).notDone,
  }));
  return (
    <RunFrame
      title={result === null ? title : titleOfRun(title, plan, result)}
      operations={operations}
      snapshot={snapshot}
      note={<PendingNotice plan={plan} />}
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
          {plan.operations.length === 1 ? "Try again" : againWords(failed)}
        </Button>
      )}
      {result !== null && <UndoButton plan={plan} result={result} onUndo={onUndo} />}
    </RunFrame>
  );
}

/** Offers to take a whole plan back, for everybody for whom it was done. */
function UndoButton(props: {
  readonly plan: Plan;
  readonly result: RunResult;
  readonly onUndo: () => void;
}) {
  const kinds = new Set(props.plan.operations.map(({ operation }) => undoOfOperation(operation)));
  const [undo] = kinds.size === 1 ? kinds : [null];
  const done = props.result.results.filter(
    ({ outcome }) => outcome?.result === "done" || outcome?.result === "partly-done",
  );
  if (undo == null || done.length === 0) return null;
  return (
    <Button onClick={props.onUndo}>
      Undo: {labelsOf(undo).verb.toLowerCase()} {numberText(done.length)}
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
