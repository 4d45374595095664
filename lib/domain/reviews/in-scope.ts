import type { StandingKind } from "../standing";
import type { Instant } from "../time";
import { startOf } from "../calendar";
import type { DraftScope, ReviewDraft } from "./draft";
import type { Group, GroupWithGuests } from "./group";
import { isInScopeAsInactive, type SeenGuest } from "./inactivity";

/** What is known of a guest before a review of them. */
export interface ReviewedGuest extends SeenGuest {
  readonly id: string;
  readonly displayName: string;
  readonly standing: StandingKind;
  readonly enabled: boolean;
}

/** One guest's access to one group that a review would cover. */
export interface Membership {
  readonly guest: ReviewedGuest;
  readonly group: Group;
  /** In it only through a group inside it. */
  readonly nested: boolean;
  /** Whether the guest is in scope at all; null where that depends on sign-ins that could not be read. */
  readonly inScope: true | null;
}

export interface LeftOut {
  readonly group: Group;
  readonly because: "dynamic" | "role-assignable" | "not-microsoft-365" | "not-a-team";
  readonly guests: number;
}

export interface InScope {
  readonly groups: readonly GroupWithGuests[];
  readonly memberships: readonly Membership[];
  /** Groups with guests that a review of all Microsoft 365 groups does not include. */
  readonly leftOut: readonly LeftOut[];
  /** Chosen groups that were not read. */
  readonly unreadGroupIds: readonly string[];
}

/** Which memberships a draft would review when it begins, from what the directory shows now. */
export function findInScope(
  draft: ReviewDraft,
  groups: readonly GroupWithGuests[],
  guests: ReadonlyMap<string, ReviewedGuest>,
  now: Instant,
): InScope {
  const { scope, schedule } = draft;
  const leftOut: LeftOut[] = [];
  const covered: GroupWithGuests[] = [];
  for (const group of groups) {
    if (!isAskedFor(scope, group)) continue;
    const because =
      scope.kind === "all-groups" ? notEnumerated(group.group, scope.teamsOnly) : null;
    if (because === null) covered.push(group);
    else leftOut.push({ group: group.group, because, guests: group.directGuestIds.length });
  }
  const begins = startOf(schedule.startDate);
  const on = Number.isNaN(begins) ? now : Math.max(begins, now);
  const read = new Set(groups.map(({ group }) => group.id));
  const namedGroupIds = scope.kind === "groups" ? scope.groupIds : [];
  return {
    groups: covered,
    leftOut,
    memberships: covered.flatMap((group) => membershipsIn(group, scope, guests, on)),
    unreadGroupIds: namedGroupIds.filter((id) => !read.has(id)),
  };
}

function isAskedFor(scope: DraftScope, { group, directGuestIds }: GroupWithGuests): boolean {
  switch (scope.kind) {
    case "groups":
      return scope.groupIds.includes(group.id);
    case "all-groups":
    case "inactive-over-groups":
      return directGuestIds.length > 0;
    case "application":
      return false;
  }
}

/** https://learn.microsoft.com/graph/accessreviews-scope-concept: neither dynamic nor role-assignable groups. */
export function notEnumerated(group: Group, teamsOnly: boolean): LeftOut["because"] | null {
  if (group.kind !== "team" && group.kind !== "microsoft-365") return "not-microsoft-365";
  if (group.dynamic) return "dynamic";
  if (group.roleAssignable) return "role-assignable";
  return teamsOnly && group.kind !== "team" ? "not-a-team" : null;
}

/** A review of one group follows groups inside it; one over all groups does not. */
function membershipsIn(
  { group, directGuestIds, nestedGuestIds }: GroupWithGuests,
  scope: DraftScope,
  guests: ReadonlyMap<string, ReviewedGuest>,
  on: Instant,
): readonly Membership[] {
  const nested = scope.kind === "groups" ? (nestedGuestIds ?? []) : [];
  const direct = new Set(directGuestIds);
  const found: Membership[] = [];
  for (const id of new Set([...directGuestIds, ...nested])) {
    const guest = guests.get(id) ?? unreadGuest(id);
    const inScope = isCovered(guest, scope, on);
    if (inScope !== false) found.push({ guest, group, nested: !direct.has(id), inScope });
  }
  return found;
}

/** In a group, but not among the guests that were read: counted all the same. */
function unreadGuest(id: string): ReviewedGuest {
  const unread = { kind: "unread" } as const;
  const nothing = { standing: "unknown", enabled: true, createdAt: null } as const;
  return { id, displayName: id, ...nothing, lastSeen: unread, lastAttemptAt: null };
}

function isCovered(guest: ReviewedGuest, scope: DraftScope, on: Instant): boolean | null {
  const days = "inactiveDays" in scope ? scope.inactiveDays : null;
  return days === null ? true : isInScopeAsInactive(guest, days, on);
}
