import { counted } from "@/lib/domain/number-text";
import { DAY } from "@/lib/domain/time";
import type { OperationRow } from "@/lib/contract/history";
import { mayHaveRemoved, removalOf } from "@/lib/queries/removal-of";
import type { useRemovals } from "@/lib/queries/removals";
import type { useDeletedGuests } from "@/lib/queries/deleted-guests";

export type DeletedGuest = NonNullable<ReturnType<typeof useDeletedGuests>["data"]>[number];

/** Who removed a guest and why, as far as the history tells. */
export type Remover =
  | { readonly kind: "reading" | "unreadable" | "elsewhere" | "unknown" }
  | { readonly kind: "removed"; readonly row: OperationRow };

/** Looks up who removed a guest. */
export function removerOf(
  { data, isError }: Pick<ReturnType<typeof useRemovals>, "data" | "isError">,
  { guest, deletedAt }: DeletedGuest,
): Remover {
  if (data === undefined) return { kind: isError ? "unreadable" : "reading" };
  const row = removalOf(data, guest.id, deletedAt);
  if (row !== null) return { kind: "removed", row };
  return { kind: mayHaveRemoved(data, guest.id, deletedAt) ? "unknown" : "elsewhere" };
}

/** Who removed a guest, in words. */
export function removerText(remover: Remover): string {
  switch (remover.kind) {
    case "reading":
      return "…";
    case "unreadable":
      return "History not readable";
    case "unknown":
      return "Not known yet";
    case "elsewhere":
      return "Not with Guestlist";
    case "removed":
      return remover.row.actor.displayName ?? remover.row.actor.id;
  }
}

/** Why they were removed; empty where nothing is recorded. */
export function reasonText(remover: Remover): string {
  return remover.kind === "removed" ? remover.row.reason : "";
}

/** "29 days": how long a deleted account can still be restored. */
export function daysLeft(goneAt: number, now: number): string {
  const days = Math.ceil((goneAt - now) / DAY);
  return days <= 0 ? "due now" : counted(days, "day");
}
