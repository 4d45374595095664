"use client";

import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useState } from "react";
import { useRunPlan } from "@/lib/commands/use-run-plan";
import type { Plan } from "@/lib/domain/plan";
import type { FindCandidates } from "./candidates";
import { ConfirmStep } from "./confirm-step";
import type { Draft } from "./draft";
import { RunStep } from "./run-step";
import { UndoConfirm } from "./undo-confirm";

interface DecisionDialogProps {
  readonly open: boolean;
  readonly draft: Draft;
  readonly find: FindCandidates;
  /** `ran` is true when a plan was begun, whatever became of it. */
  readonly onClose: (ran: boolean) => void;
}

/** From a choice to its outcome: the reason, the plan before anything is sent, the run, and what became of it. */
export function DecisionDialog({ open, draft: first, find, onClose }: DecisionDialogProps) {
  const [draft, setDraft] = useState(first);
  const [plan, setPlan] = useState<Plan | null>(null);
  /** The plan that is asked about to be taken back. */
  const [undone, setUndone] = useState<string | null>(null);
  const [ran, setRan] = useState(false);
  const run = useRunPlan();
  const running = plan !== null && run.snapshot?.result === null;
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, { open, type }) => {
        // A slip of the mouse beside the dialog must not throw a reason or an outcome away.
        if (!open && !running && type !== "backdropClick") onClose(ran);
      }}
    >
      <DialogSurface>
        {undone !== null ? (
          <UndoConfirm
            planId={undone}
            onCancel={() => {
              setUndone(null);
            }}
            onConfirm={(confirmed) => {
              setUndone(null);
              setPlan(confirmed);
              run.run(confirmed);
            }}
          />
        ) : plan === null ? (
          <ConfirmStep
            draft={draft}
            find={find}
            onCancel={() => {
              onClose(ran);
            }}
            onConfirm={(confirmed) => {
              setRan(true);
              setPlan(confirmed);
              run.run(confirmed);
            }}
          />
        ) : (
          <RunStep
            key={plan.id}
            plan={plan}
            run={run}
            onUndo={() => {
              setUndone(plan.id);
            }}
            {...(plan.undoes === null && {
              onRetry: (ids: readonly string[]) => {
                setDraft({ ...draft, ids, reason: plan.reason });
                setPlan(null);
              },
            })}
            onClose={() => {
              onClose(true);
            }}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}
