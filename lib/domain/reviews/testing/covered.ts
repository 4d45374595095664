import type { ReviewStatus } from "../review-status";
import type { Group, GroupWithGuests } from "../group";
import type { Review, ReviewScope } from "../review";
import { someReview } from "./some-review";

/** A Microsoft 365 group; what differs is given. */
export const group = (id: string, overrides: Partial<Group> = {}): Group => ({
  id,
  displayName: `Group ${id}`,
  kind: "microsoft-365",
  dynamic: false,
  synced: false,
  roleAssignable: false,
  ...overrides,
});

/** A group with these guests in it. */
export const holding = (
  of: Group,
  directGuestIds: readonly string[],
  nestedGuestIds: readonly string[] | null = [],
): GroupWithGuests => ({ group: of, directGuestIds, nestedGuestIds, ownerIds: [] });

/** A running review of a scope. */
export const review = (
  id: string,
  scope: ReviewScope,
  status: ReviewStatus = "InProgress",
): Review =>
  someReview({ id, name: id, scope, status, reviewers: [], settings: { recurrence: null } });

/** Guests by id; the first letter is their partner. */
export const guests = (...ids: readonly string[]) =>
  ids.map((id) => ({
    id,
    partner: `${id.slice(0, 1)}.example`,
    displayName: id,
    mail: null,
    userType: "guest" as const,
  }));

/** A review over all Microsoft 365 groups. */
export const allGroups = review("all", {
  kind: "all-groups",
  teamsOnly: false,
  inactiveDays: null,
});
