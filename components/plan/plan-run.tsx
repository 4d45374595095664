"use client";

import { AppLink } from "@/components/ui/app-link";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanRun as Run } from "@/lib/commands/use-run-plan";
import type { Plan } from "@/lib/domain/plan";
import { labelsOfOperation } from "@/lib/operations/registry";
import type { OperationResult, RunResult } from "@/lib/runner/run";
import {
  againWords,
  countsOf,
  historyOf,
  isInHistory,
  summaryOf,
  titleOfRun,
  triesAgain,
  undoWords,
} from "./end-of-run";
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
  /** Closes the dialog while the run goes on; absent where the page waits for the outcome. */
  readonly onLeave?: () => void;
  readonly onClose: () => void;
}

/** The run of a plan, what became of each operation, and what can be done about that. */
export function PlanRun(props: PlanRunProps) {
  const { title, plan, run, onRetry, onUndo, onLookAgain, onLeave, onClose } = props;
  const { snapshot, isStopping } = run;
  const result = snapshot?.result ?? null;
  const again = result === null ? [] : triesAgain(result);
  // What a look at the directory refused would be refused again.
  const isOutdated = again
    .flat()
    .some(({ outcome }) => outcome?.result === "refused" && outcome.evidence === "observed");
  const operations = plan.operations.map(({ operation, label, guest }) => ({
    id: operation.id,
    key: operation.id,
    name: label === "" ? (guest?.id ?? operation.id) : label,
    mail: guest?.mail ?? null,
    sendsNothing: operation.steps.length === 0,
    notDone: labelsOfOperation(operation).notDone,
  }));
  return (
    <RunFrame
      title={result === null ? title : titleOfRun(title, plan, result)}
      operations={operations}
      snapshot={snapshot}
      isStopping={isStopping}
      {...(result !== null &&
        plan.operations.length > 1 && { summary: summaryOf(countsOf(plan, result)) })}
      note={
        <>
          {result !== null && isInHistory(result) && (
            <AppLink href={historyOf(plan)} onClick={onClose}>
              Show in the history
            </AppLink>
          )}
          <PendingNotice plan={plan} />
        </>
      }
      {...(onLeave && { onLeave })}
      onStop={() => {
        run.stop();
      }}
      onClose={onClose}
    >
      {isOutdated && onLookAgain !== undefined ? (
        <LookAgain onLook={onLookAgain} />
      ) : (
        again.map((some) => (
          <Button
            key={some.length}
            onClick={() => {
              onRetry(some);
            }}
          >
            {plan.operations.length === 1 ? "Try again" : againWords(some)}
          </Button>
        ))
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
  const undo = undoWords(props.plan, props.result);
  return undo === null ? null : <Button onClick={props.onUndo}>{undo}</Button>;
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
