"use client";

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { UndoDialog } from "@/components/plan/undo-dialog";
import { undoOfOperation } from "@/lib/domain/undo";
import type { OperationRow } from "@/lib/contract/history";

/** Offers to take the plan of an entry back, where something was done that can be taken back. */
export function UndoEntry(props: { readonly row: OperationRow }) {
  const { operation, outcome } = props.row;
  const isDone = outcome?.result === "done" || outcome?.result === "partly-done";
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState(false);
  if (undoOfOperation(operation) === null || !isDone) return null;
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
          planId={operation.planId}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}
