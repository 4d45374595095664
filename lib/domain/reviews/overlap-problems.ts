import { counted, numberText } from "../number-text";
import { asksAboutGroup, onlyInactive } from "./coverage";
import type { Membership } from "./in-scope";
import type { PreflightFacts, PreflightProblem } from "./preflight-facts";
import type { Review, ReviewScope } from "./review";
import { isUnderWay } from "./review-status";

/** What reviews that run already ask about too: reviewers would decide twice, and the results may contradict each other. */
export function findOverlapProblems({
  draft: { scope },
  found,
  reviews,
}: Pick<PreflightFacts, "draft" | "found" | "reviews">): readonly PreflightProblem[] {
  if (reviews === null) {
    const says =
      "The running reviews could not be read, so it is unknown whether one of them asks about the same guests.";
    return [{ id: "overlap-unread", blocks: false, says, groupIds: [] }];
  }
  const running = reviews.filter(isUnderWay);
  if (scope.kind === "application") {
    const same = running.filter((review) =>
      isAboutApplication(review.scope, scope.servicePrincipalId),
    );
    return overlap(same, "The users of this application are", []);
  }
  const parts = running
    .map((review) => ({ review, twice: found.memberships.filter((each) => covers(review, each)) }))
    .filter(({ twice }) => twice.length > 0);
  const twice = [...new Set(parts.flatMap((part) => part.twice))];
  const covered = distinct(twice.map(({ guest }) => guest.id)).length;
  const all = distinct(found.memberships.map(({ guest }) => guest.id)).length;
  return overlap(
    parts.map(({ review }) => review),
    found.unreadGroupIds.length > 0
      ? `At least ${counted(covered, "guest")} in scope ${covered === 1 ? "is" : "are"}`
      : covered === all
        ? all === 1
          ? "The guest in scope is"
          : `All ${counted(all, "guest")} in scope are`
        : `${numberText(covered)} of the ${counted(all, "guest")} in scope ${covered === 1 ? "is" : "are"}`,
    distinct(twice.map(({ group }) => group.id)),
  );
}

function overlap(
  reviews: readonly Review[],
  who: string,
  groupIds: readonly string[],
): readonly PreflightProblem[] {
  const [first, ...others] = reviews;
  if (first === undefined) return [];
  const also = others.length === 0 ? "" : ` or ${counted(others.length, "other review")}`;
  const says = `${who} already part of the review “${first.name}”${also}: reviewers would decide on the same access twice.`;
  return [{ id: "overlap", blocks: false, says, groupIds }];
}

/** Whether a review asks about this very membership, whatever its guest's sign-ins. */
function covers({ scope }: Review, { group, nested }: Membership): boolean {
  if (onlyInactive(scope) || !asksAboutGroup(scope, group)) return false;
  return !nested || (scope.kind === "group" && scope.directOnly !== true);
}

function isAboutApplication(scope: ReviewScope, servicePrincipalId: string): boolean {
  return scope.kind === "application" && scope.servicePrincipalId === servicePrincipalId;
}

const distinct = (ids: readonly string[]) => [...new Set(ids)];
