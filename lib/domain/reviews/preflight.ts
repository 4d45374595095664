import type { Instant } from "../time";
import type { ReviewDraft } from "./draft";
import type { GroupWithGuests } from "./group";
import { findInScope, type InScope, type LeftOut, type ReviewedGuest } from "./in-scope";
import type {
  GroupReviewers,
  GroupPreflight,
  LicenceFacts,
  PreflightProblem,
  ProtectionFacts,
} from "./preflight-facts";
import { findProblems } from "./preflight-problems";
import type { Review } from "./review";
import { type Deleted, type Unanswered, whoIsDeleted, whoLosesAccess } from "./who-loses-access";
import { willItApply } from "./will-it-apply";

export type {
  GroupReviewers,
  GroupPreflight,
  LicenceFacts,
  PreflightProblem,
  ProtectionFacts,
} from "./preflight-facts";

export interface PreflightInput {
  readonly draft: ReviewDraft;
  /** The groups with guests that were read; those out of scope do no harm and are counted as other access. */
  readonly groups: readonly GroupWithGuests[];
  readonly guests: ReadonlyMap<string, ReviewedGuest>;
  readonly licence: LicenceFacts;
  readonly protection: ProtectionFacts;
  /** The tenant's reviews; null where they could not be read. */
  readonly reviews: readonly Review[] | null;
  readonly now: Instant;
}

export interface Preflight {
  /** Null where the product does not read who is in scope: the users of an application. */
  readonly counts: {
    readonly guests: number;
    readonly groups: number;
    readonly memberships: number;
  } | null;
  readonly groups: readonly GroupPreflight[];
  readonly leftOut: readonly LeftOut[];
  readonly unanswered: Unanswered;
  /** Only of a review that blocks and deletes. */
  readonly deleted: readonly Deleted[];
  readonly blocking: readonly PreflightProblem[];
  readonly warnings: readonly PreflightProblem[];
}

/** What a review would do if it were created now: whom it covers, what could be applied, what stands against it. */
export function preflight(input: PreflightInput): Preflight {
  const { draft, now } = input;
  const found = findInScope(draft, input.groups, input.guests, now);
  const unanswered = whoLosesAccess(draft, found.memberships, now);
  const groups = groupPreflights(draft, found);
  const deleted = whoIsDeleted(draft, unanswered.losing, membershipCounts(input.groups));
  const { licence, protection, reviews } = input;
  const facts = { draft, licence, protection, reviews, found, unanswered, groups, deleted };
  const problems = findProblems(facts);
  return {
    counts: draft.scope.kind === "application" ? null : countsOf(found),
    groups,
    leftOut: found.leftOut,
    unanswered,
    deleted,
    blocking: problems.filter(({ blocks }) => blocks),
    warnings: problems.filter(({ blocks }) => !blocks),
  };
}

function countsOf({ memberships }: InScope): Preflight["counts"] {
  return {
    guests: new Set(memberships.map(({ guest }) => guest.id)).size,
    groups: new Set(memberships.map(({ group }) => group.id)).size,
    memberships: memberships.length,
  };
}

function groupPreflights(draft: ReviewDraft, found: InScope): readonly GroupPreflight[] {
  const counted = new Map<string, { direct: number; nested: number }>();
  for (const { group, nested } of found.memberships) {
    const count = counted.get(group.id) ?? { direct: 0, nested: 0 };
    if (nested) count.nested += 1;
    else count.direct += 1;
    counted.set(group.id, count);
  }
  return found.groups.map((each) => {
    const count = counted.get(each.group.id) ?? { direct: 0, nested: 0 };
    const isRead = draft.scope.kind !== "groups" || each.nestedGuestIds !== null;
    return {
      group: each.group,
      ...willItApply(each.group, draft.consequence.applyAction),
      guests: count.direct,
      nestedGuests: isRead ? count.nested : null,
      reviewers: whoIsAsked(draft, each.ownerIds),
    };
  });
}

function whoIsAsked({ stages }: ReviewDraft, ownerIds: readonly string[] | null): GroupReviewers {
  const [first] = stages;
  if (first === undefined) return "nobody";
  switch (first.reviewers.kind) {
    case "people":
      return "people";
    case "managers":
      return "managers";
    case "self":
      return "guests";
    case "owners":
      if (ownerIds === null) return "unknown";
      if (ownerIds.length > 0) return "owners";
      return first.fallbackIds.length > 0 ? "fallback" : "nobody";
  }
}

/** In how many groups each guest is, of those that were read. */
function membershipCounts(groups: readonly GroupWithGuests[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { directGuestIds, nestedGuestIds } of groups) {
    for (const id of new Set([...directGuestIds, ...(nestedGuestIds ?? [])])) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
