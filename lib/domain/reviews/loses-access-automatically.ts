import { sameId } from "../same-id";
import { asksAboutGroup } from "./coverage";
import type { Group } from "./group";
import type { Review } from "./review";
import { mayRun } from "./review-status";
import { removesAccessAutomatically } from "./who-loses-access";

/** A group that guests are put into. What of it was not read is null, and then any review may reach them through it. */
export interface JoinedGroup {
  readonly id: string;
  readonly group: Group | null;
  /** The groups that it is inside, also through others. */
  readonly outerIds: readonly string[] | null;
}

/** Whether a review that runs, will run or may run takes access from those who join a group by itself. */
export function losesAccessAutomatically(joined: JoinedGroup, reviews: readonly Review[]): boolean {
  return reviews.some(
    (review) =>
      mayRun(review) && removesAccessAutomatically(review.settings) && mayReach(review, joined),
  );
}

/** A review of an outer group takes nobody out of a group inside it, but it blocks and deletes them. */
function mayReach({ scope, settings }: Review, { id, group, outerIds }: JoinedGroup): boolean {
  const deletes = settings.applyAction === "block-then-delete";
  switch (scope.kind) {
    case "group":
      if (sameId(scope.groupId, id)) return true;
      if (scope.directOnly === true || !deletes) return false;
      return outerIds === null || outerIds.some((outerId) => sameId(outerId, scope.groupId));
    case "all-groups":
    case "inactive-over-groups":
      return group === null || asksAboutGroup(scope, group);
    case "application":
      // Which applications a group opens is not read; only the account itself can be taken from there.
      return deletes;
    case "directory-role":
      // A group that may hold roles takes no guest in.
      return false;
    case "other":
      return true;
  }
}
