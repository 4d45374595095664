"use client";

import { PlanDialog } from "./plan-dialog";

/** Takes a plan of the history back: what it would do, the reason, the run, and what became of each guest. */
export function UndoDialog(props: {
  readonly open: boolean;
  readonly planId: string;
  /** The one that was kept on the way to the consent page. */
  readonly reason?: string;
  readonly onClose: () => void;
}) {
  const { open, planId, reason = "", onClose } = props;
  return (
    <PlanDialog
      open={open}
      title="Undo"
      undoes={planId}
      reason={reason}
      plan={() => null}
      onClose={onClose}
    >
      {null}
    </PlanDialog>
  );
}
