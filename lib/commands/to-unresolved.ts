import { operationOfDecision, operationOfIntent } from "@/lib/domain/operation";
import type { DecidedRow, IntendedRow } from "@/lib/queries/unresolved";
import type { Unresolved } from "@/lib/runner/resolve-operation";

/** A row of the history as an operation to resolve; nothing where nothing was sent. */
export function toUnresolved(row: DecidedRow | IntendedRow): readonly Unresolved[] {
  const { recordedAt, outcome } = row;
  const recorded = { actorId: row.actor.id, recordedAt, outcome };
  if (row.kind === "intended") {
    return [{ operation: operationOfIntent(row.intent), ...recorded }];
  }
  const { id, planId, decision: kind, guest, known } = row;
  if (kind === "keep") return [];
  return [
    { operation: operationOfDecision({ id, planId, kind, guestId: guest.id, known }), ...recorded },
  ];
}
