import { asksAboutGroup, type Coverage, onlyInactive } from "./coverage";
import type { Group } from "./group";
import type { Review, ReviewScope } from "./review";
import { isUnderWay, phaseOf } from "./review-status";

/** How many guests a review includes now. */
export type CoveredBy =
  | {
      readonly kind: "counted";
      readonly guests: number;
      readonly of: number;
      /** It includes them only while they are inactive. */
      readonly onlyInactive: boolean;
    }
  /** It has ended. */
  | { readonly kind: "ended" }
  | {
      readonly kind: "not-known";
      readonly because:
        | "groups-unread"
        | "reach-unread"
        | "scope-not-understood"
        | "status-not-understood";
    };

/** What could not be read for a coverage map. */
export interface Unread {
  /** Groups whose members could not be read. */
  readonly groups: readonly Group[];
  /** Whether it is known who has the applications and directory roles under review. */
  readonly reachKnown: boolean;
}

/** How many guests each review includes, by review; a number only where everything it needs was read. */
export function coveredByEach(
  reviews: readonly Review[],
  { byGuest }: Pick<Coverage, "byGuest">,
  unread: Unread,
): ReadonlyMap<string, CoveredBy> {
  const counts = new Map<string, number>();
  for (const { reviewIds } of byGuest.values()) {
    for (const id of reviewIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const coveredBy = (review: Review): CoveredBy => {
    const phase = phaseOf(review.status);
    if (phase === "over") return { kind: "ended" };
    if (phase === "unknown") return { kind: "not-known", because: "status-not-understood" };
    const because = whyNotKnown(review.scope, unread);
    if (because !== null) return { kind: "not-known", because };
    return {
      kind: "counted",
      guests: counts.get(review.id) ?? 0,
      of: byGuest.size,
      onlyInactive: onlyInactive(review.scope),
    };
  };
  return new Map(reviews.map((review) => [review.id, coveredBy(review)]));
}

/** Whether a running review is about an application or directory role, so that each guest's access has to be read. */
export function asksBeyondGroups(reviews: readonly Review[]): boolean {
  return reviews.some((review) => isUnderWay(review) && isBeyondGroups(review.scope));
}

function isBeyondGroups({ kind }: ReviewScope): boolean {
  return kind === "application" || kind === "directory-role";
}

function whyNotKnown(scope: ReviewScope, { groups, reachKnown }: Unread) {
  if (scope.kind === "other") return "scope-not-understood";
  if (!isBeyondGroups(scope)) {
    return groups.some((group) => asksAboutGroup(scope, group)) ? "groups-unread" : null;
  }
  if (!reachKnown) return "reach-unread";
  // An application or a role may have been given to any group.
  return groups.length > 0 ? "groups-unread" : null;
}
