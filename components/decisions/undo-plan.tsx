"use client";

import { Button } from "@fluentui/react-components";
import type { Plan } from "@/lib/domain/plan";
import { undoOf } from "@/lib/domain/undo";
import { labelsOf } from "@/lib/operations/registry";
import type { RunSnapshot } from "@/lib/runner/run";

interface UndoPlanProps {
  readonly plan: Plan;
  readonly snapshot: RunSnapshot;
  readonly onUndo: () => void;
}

/** Offers to take a whole plan back, for everybody for whom it was done. */
export function UndoPlan({ plan, snapshot, onUndo }: UndoPlanProps) {
  const kind = undoOf(plan.kind);
  const done = (snapshot.result?.results ?? []).filter(({ outcome }) => outcome?.result === "done");
  if (kind === null || done.length === 0) return null;
  return (
    <Button onClick={onUndo}>
      Undo: {labelsOf(kind).verb.toLowerCase()} {done.length.toLocaleString("en")}
    </Button>
  );
}
