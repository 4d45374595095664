"use client";

import { useState } from "react";
import { useServices } from "@/lib/services/services";
import { undoDraftStorage } from "@/lib/services/tab-drafts";
import { PlanDialog } from "./plan-dialog";

/** Takes a plan of the history back: what it would do, the reason, the run, and the outcome for each guest. */
export function UndoDialog(props: {
  readonly open: boolean;
  readonly planId: string;
  /** The one that was typed before the page was left for consent. */
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

/** The undo that this tab holds. */
export function UndoOfDraft() {
  const { me } = useServices();
  const [draft] = useState(() => undoDraftStorage.load(me));
  const [open, setOpen] = useState(true);
  return draft === null ? null : (
    <UndoDialog
      open={open}
      {...draft}
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}
