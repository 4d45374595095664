import type { Group, GroupWithGuests } from "../group";
import type { ReviewedGuest } from "../in-scope";
import { GROUP } from "./some-draft";

export const NOW = Date.parse("2026-11-20T12:00:00Z");
const DAY = 86_400_000;

/** A Microsoft 365 group that a review can be applied to; what differs is given. */
export function someGroup(overrides: Partial<Group> = {}): Group {
  return {
    id: GROUP,
    displayName: "Partners",
    kind: "microsoft-365",
    dynamic: false,
    synced: false,
    roleAssignable: false,
    ...overrides,
  };
}

/** The same with guests in it and one owner. */
export function someGroupWith(
  guests: Partial<Omit<GroupWithGuests, "group">>,
  group: Partial<Group> = {},
): GroupWithGuests {
  return {
    group: someGroup(group),
    directGuestIds: [],
    nestedGuestIds: [],
    ownerIds: ["owner"],
    ...guests,
  };
}

/** A guest who was seen that many days ago; null: never. */
export function someGuest(id: string, daysAgo: number | null = 1): ReviewedGuest {
  return {
    id,
    displayName: `Guest ${id}`,
    standing: "active",
    enabled: true,
    createdAt: NOW - 400 * DAY,
    lastSeen: daysAgo === null ? { kind: "never" } : { kind: "at", at: NOW - daysAgo * DAY },
    lastAttemptAt: null,
  };
}
