import type { DecidedRow, IntendedRow } from "@/lib/queries/unsettled";
import type { Unsettled } from "./settle";
import type { UnsettledDecision } from "./settle-decision";

/** A row of the history as something to settle; nothing where there is no act to settle. */
export function toUnsettled(row: DecidedRow | IntendedRow): readonly Unsettled[] {
  if (row.kind === "decided") return toUnsettledDecision(row);
  const { id, recordedAt, outcome, intent } = row;
  const { planId, guestId } = intent;
  return [
    { of: "intent", id, planId, guestId, intent, actorId: row.actor.id, recordedAt, outcome },
  ];
}

/** The same for a decision alone. */
export function toUnsettledDecision({
  decision: kind,
  ...row
}: DecidedRow): readonly UnsettledDecision[] {
  if (kind === "keep") return [];
  const { id, planId, known, recordedAt, outcome } = row;
  return [
    {
      of: "decision",
      id,
      kind,
      planId,
      known,
      recordedAt,
      outcome,
      guestId: row.guest.id,
      actorId: row.actor.id,
    },
  ];
}
