"use client";

import { labelsOf } from "@/lib/operations/registry";
import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { RunSnapshot } from "@/lib/runner/run";
import { undoOf } from "@/lib/domain/undo";
import type { Plan } from "@/lib/domain/plan";
import { useUndoPlan } from "@/lib/commands/use-undo-plan";

interface UndoPlanProps {
  readonly plan: Plan;
  readonly snapshot: RunSnapshot;
  readonly onRun: (plan: Plan) => void;
}

/** Takes a whole plan back, for everybody for whom it was done; it needs a reason of its own. */
export function UndoPlan({ plan, snapshot, onRun }: UndoPlanProps) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const undo = useUndoPlan();
  const kind = undoOf(plan.kind);
  const done = (snapshot.result?.settled ?? []).filter(({ outcome }) => outcome?.result === "done");
  if (kind === null || done.length === 0) return null;
  if (!asking) {
    return (
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        Undo: {labelsOf(kind).verb.toLowerCase()} {done.length.toLocaleString("en")}
      </Button>
    );
  }
  return (
    <>
      <Field label="Reason for the undo" required>
        <Textarea
          value={reason}
          onChange={(_event, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      <Button
        disabledFocusable={reason.trim() === "" || undo.isPending}
        onClick={() => {
          undo.mutate(
            { planId: plan.id, reason: reason.trim() },
            {
              onSuccess: (undoing) => {
                onRun(undoing);
              },
            },
          );
        }}
      >
        {labelsOf(kind).verb} them again
      </Button>
    </>
  );
}
