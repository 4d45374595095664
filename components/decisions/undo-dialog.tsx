"use client";

import { Dialog, DialogSurface } from "@fluentui/react-components";
import { useState } from "react";
import { useRunPlan } from "@/lib/commands/use-run-plan";
import type { Plan } from "@/lib/domain/plan";
import { RunStep } from "./run-step";
import { UndoConfirm } from "./undo-confirm";

/** Takes a plan of the history back: what it would do, the reason, the run, and what became of each guest. */
export function UndoDialog(props: {
  readonly open: boolean;
  readonly planId: string;
  readonly onClose: () => void;
}) {
  const { open, planId, onClose } = props;
  // What is to be taken back: the plan of the history, or what the dialog itself has just done.
  const [undone, setUndone] = useState(planId);
  const [plan, setPlan] = useState<Plan | null>(null);
  const run = useRunPlan();
  const running = plan !== null && run.snapshot?.result === null;
  return (
    <Dialog
      open={open}
      onOpenChange={(_event, { open, type }) => {
        if (!open && !running && type !== "backdropClick") onClose();
      }}
    >
      <DialogSurface>
        {plan === null ? (
          <UndoConfirm
            key={undone}
            planId={undone}
            onCancel={onClose}
            onConfirm={(confirmed) => {
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
              setPlan(null);
            }}
            onClose={onClose}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}
