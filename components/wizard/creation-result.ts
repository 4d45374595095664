import type { Ended } from "@/components/plan/operation-outcomes";
import { isDone } from "@/lib/domain/outcome";
import type { PlannedOperation } from "@/lib/domain/plan";

/** Something that a run created. */
export interface Created {
  readonly label: string;
  readonly operationId: string;
  /** Its id in the directory. */
  readonly id: string;
}

/** What a run created, what nobody knows, and what did not happen and may be tried again. */
export interface CreationResult {
  readonly created: readonly Created[];
  /** Sent without an answer: the history resolves it. It must not be sent again before. */
  readonly unknown: readonly string[];
  readonly notCreated: readonly PlannedOperation[];
}

/** Sorts the outcomes of operations that create something. */
export function creationResult(ended: readonly Ended[]): CreationResult {
  const created: Created[] = [];
  const unknown: string[] = [];
  const notCreated: PlannedOperation[] = [];
  for (const { planned, result } of ended) {
    const { outcome } = result;
    if (outcome?.result === "unknown") unknown.push(planned.label);
    else if (outcome === null || !isDone(outcome)) notCreated.push(planned);
    else {
      const { label, operation } = planned;
      created.push({ label, operationId: operation.id, id: result.subject?.id ?? "" });
    }
  }
  return { created, unknown, notCreated };
}
