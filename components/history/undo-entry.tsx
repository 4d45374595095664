"use client";

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { UndoDialog } from "@/components/decisions/undo-dialog";
import type { HistoryRow } from "@/lib/contract/history";
import { undoOf } from "@/lib/domain/undo";

/** Offers to take the plan of an entry back, where something was done that can be taken back. */
export function UndoEntry(props: { readonly row: Extract<HistoryRow, { kind: "decided" }> }) {
  const { decision, outcome, planId } = props.row;
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  if (undoOf(decision) === null || outcome?.result !== "done") return null;
  return (
    <div>
      <Button
        size="small"
        onClick={() => {
          setAsked(asked + 1);
          setOpen(true);
        }}
      >
        Undo this plan
      </Button>
      {asked > 0 && (
        <UndoDialog
          key={asked}
          open={open}
          planId={planId}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
