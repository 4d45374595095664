import type { OperationRow } from "@/lib/contract/history";
import type { Unresolved } from "@/lib/runner/resolve-operation";

/** A row of the history as an operation to resolve. */
export function toUnresolved({
  operation,
  actor,
  recordedAt,
  outcome,
  steps,
}: OperationRow): Unresolved {
  return { operation, actorId: actor.id, recordedAt, outcome, steps };
}
