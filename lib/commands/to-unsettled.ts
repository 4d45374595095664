import type { DecidedRow } from "@/lib/queries/unsettled";
import type { Unsettled } from "./settle";

/** A row of the history as something to settle; nothing where there is no act to settle. */
export function toUnsettled({ decision: kind, ...row }: DecidedRow): readonly Unsettled[] {
  if (kind === "keep") return [];
  const { id, planId, known, recordedAt, outcome } = row;
  return [
    {
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
