"use client";

import { Dialog, DialogSurface } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RunResult } from "@/lib/commands/run";
import type { IntentPlan } from "@/lib/domain/intent";

export interface IntentDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** The plan with its final ids, for the reason given; null while something it needs is not there yet. */
  readonly plan: (reason: string) => IntentPlan | null;
  /** The preview: what would be done, to what, before anything is sent. */
  readonly children: ReactNode;
  /** What follows from it, above the reason; what the kind changes when absent. */
  readonly consequence?: ReactNode;
  /** Access is lost or something is gone for good: the consequence is shown as a warning. */
  readonly danger?: boolean;
  /** `ran` is true when a plan was begun, whatever became of it; `result` is that of the last run. */
  readonly onClose: (ran: boolean, result: RunResult | null) => void;
}

/** From a plan to its outcomes: preview, reason, consent, the run, and what became of each intent. */
export function IntentDialog({ open, onClose, children }: IntentDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={() => {
        onClose(false, null);
      }}
    >
      <DialogSurface>{children}</DialogSurface>
    </Dialog>
  );
}
