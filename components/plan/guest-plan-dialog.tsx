"use client";

import { Spinner } from "@fluentui/react-components";
import { useMemo } from "react";
import { ErrorCard } from "@/components/ui/error-card";
import { labelsOf } from "@/lib/operations/registry";
import type { FindCandidates } from "./candidates";
import { type Draft, keepDraft } from "./draft";
import { PlanDialog } from "./plan-dialog";
import { PlanPreview } from "./plan-preview";
import { useGuestPlan } from "./use-guest-plan";
import { guestsIn } from "./words";

interface GuestPlanDialogProps {
  readonly open: boolean;
  readonly draft: Draft;
  readonly find: FindCandidates;
  /** `ran` is true when a plan was begun, whatever became of it. */
  readonly onClose: (ran: boolean) => void;
}

/** The dialog for an operation on the accounts of chosen guests: who, who is left alone and why. */
export function GuestPlanDialog({ open, draft, find, onClose }: GuestPlanDialogProps) {
  const { preview, failed, plan } = useGuestPlan(draft, find);
  const { verb, changes } = labelsOf(draft.kind);
  const kinds = useMemo(() => [draft.kind], [draft.kind]);
  return (
    <PlanDialog
      open={open}
      title={verb}
      plan={plan}
      kinds={kinds}
      consequence={changes}
      reason={draft.reason}
      verb={`${verb} ${guestsIn(preview)}`}
      onLeave={(reason) => {
        keepDraft({ ...draft, reason });
      }}
      onClose={onClose}
    >
      {preview ? (
        <PlanPreview plan={preview} />
      ) : failed ? (
        <ErrorCard
          happened="The plan could not be made."
          notDone="Nothing was sent and nothing recorded."
          tryThis={failed}
        />
      ) : (
        <Spinner label="Making the plan, once the guests are read" />
      )}
    </PlanDialog>
  );
}
