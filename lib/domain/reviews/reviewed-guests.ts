import { counted } from "@/lib/domain/number-text";
import type { Guest } from "../guest";
import type { Standing } from "../standing";
import type { Group, GroupWithGuests } from "./group";
import type { ReviewedGuest } from "./in-scope";
import type { Preflight } from "./preflight";

/** A guest as the tab's list has them. */
interface GuestRow {
  readonly guest: Guest;
  readonly standing: Standing;
}

/** Every guest of these groups, once. */
export function guestIdsOf(groups: readonly GroupWithGuests[]): readonly string[] {
  return [
    ...new Set(
      groups.flatMap(({ directGuestIds, nestedGuestIds }) => [
        ...directGuestIds,
        ...(nestedGuestIds ?? []),
      ]),
    ),
  ];
}

/** What the tab's list has of these guests. One who is not in the list still counts: the group says that they are a guest. */
export function reviewedGuests(
  ids: readonly string[],
  rows: readonly GuestRow[],
): ReadonlyMap<string, ReviewedGuest> {
  const byId = new Map(rows.map((row) => [row.guest.id, row]));
  return new Map(ids.map((id) => [id, asReviewed(id, byId.get(id))]));
}

function asReviewed(id: string, row: GuestRow | undefined): ReviewedGuest {
  if (row === undefined) {
    const unseen = { lastSeen: { kind: "unread" }, lastAttemptAt: null, createdAt: null } as const;
    return { id, displayName: "", standing: "unknown", enabled: true, ...unseen };
  }
  const { displayName, enabled, lastSeen, lastAttemptAt, createdAt } = row.guest;
  return {
    ...{ id, displayName, enabled, lastSeen, lastAttemptAt, createdAt },
    standing: row.standing.kind,
  };
}

/** What was found, with a warning where groups could not be read: then the numbers are too small. */
export function withUnread(found: Preflight, unread: readonly Group[]): Preflight {
  if (unread.length === 0) return found;
  const groupIds = unread.map(({ id }) => id);
  const groups = counted(unread.length, "group");
  const says = `Who is in ${groups} could not be read: more guests may be in scope than are counted here.`;
  const warning = { id: "unread-groups", blocks: false, says, groupIds };
  return { ...found, warnings: [warning, ...found.warnings] };
}
