"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Button } from "@fluentui/react-components";
import type { PlanRun } from "@/lib/commands/use-run-plan";
import type { Plan } from "@/lib/domain/plan";
import { againWords, titleOfRun, toTryAgain } from "./end-of-run";
import { RunFrame } from "./run-frame";
import { UndoPlan } from "./undo-plan";

interface RunStepProps {
  readonly plan: Plan;
  readonly run: PlanRun;
  /** Asks about taking the plan back. */
  readonly onUndo: () => void;
  /** Plans anew for those for whom it did not work, where that is offered; nothing is sent again by itself. */
  readonly onRetry?: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** The run, what became of each guest, and what can be done about that. */
export function RunStep({ plan, run, onUndo, onRetry, onClose }: RunStepProps) {
  const labels = labelsOf(plan.kind);
  const { snapshot } = run;
  const result = snapshot?.result ?? null;
  const again = result === null ? [] : toTryAgain(result);
  const guestIds = again.flatMap(({ guestId }) => guestId ?? []);
  const operations = plan.decisions.map(({ guest, decision }) => ({
    id: decision.id,
    key: guest.id,
    name: guest.displayName,
  }));
  return (
    <RunFrame
      title={
        result === null
          ? labels.verb
          : titleOfRun(labels.verb, labels, { result, onlyRecorded: plan.kind === "keep" })
      }
      operations={operations}
      snapshot={snapshot}
      onStop={() => {
        run.stop();
      }}
      onClose={onClose}
    >
      {guestIds.length > 0 && onRetry && (
        <Button
          onClick={() => {
            onRetry(guestIds);
          }}
        >
          {againWords(again)}
        </Button>
      )}
      {snapshot && <UndoPlan plan={plan} snapshot={snapshot} onUndo={onUndo} />}
    </RunFrame>
  );
}
