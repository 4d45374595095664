import type { Reviewer, ReviewScope } from "@/lib/domain/reviews/review";

/** The name of something in the directory by its id; null when it is not known. */
export type NameOf = (id: string) => string | null;

const quietFor = (days: number | null) =>
  days === null ? "" : ` who did not sign in for ${days} days`;

/** Whose access to what is reviewed, in words. */
export function scopeWords(scope: ReviewScope, nameOf: NameOf): string {
  const named = (id: string, fallback: string) => nameOf(id) ?? fallback;
  switch (scope.kind) {
    case "group": {
      const who = scope.guestsOnly ? "Guests" : "Everybody";
      return `${who} in ${named(scope.groupId, "one group")}${quietFor(scope.inactiveDays)}`;
    }
    case "all-groups": {
      const what = scope.teamsOnly ? "every team" : "every Microsoft 365 group";
      return `Guests in ${what}${quietFor(scope.inactiveDays)}`;
    }
    case "inactive-over-groups":
      return `Guests in any group${quietFor(scope.inactiveDays)}`;
    case "application":
      return `Everybody assigned to ${named(scope.servicePrincipalId, "one application")}`;
    case "directory-role": {
      const who = scope.guestsOnly ? "Guests" : "Everybody";
      return `${who} in ${named(scope.roleId, "one directory role")}`;
    }
    case "other":
      return "A scope that Guestlist can't read";
  }
}

/** What one instance is about where its series has one for each resource. */
export function resourceWords(scope: ReviewScope, nameOf: NameOf): string {
  if (scope.kind === "group") return nameOf(scope.groupId) ?? scope.groupId;
  if (scope.kind === "application") {
    return nameOf(scope.servicePrincipalId) ?? scope.servicePrincipalId;
  }
  return scopeWords(scope, nameOf);
}

function reviewerWords(reviewer: Reviewer, nameOf: NameOf): string {
  switch (reviewer.kind) {
    case "person":
      return nameOf(reviewer.userId) ?? "One person";
    case "group-members":
      return `Members of ${nameOf(reviewer.groupId) ?? "one group"}`;
    case "group-owners":
      return reviewer.groupId === null
        ? "Owners of each group"
        : `Owners of ${nameOf(reviewer.groupId) ?? "the group"}`;
    case "application-owners":
      return "Owners of the application";
    case "managers":
      return "Managers";
    case "other":
      return "Reviewers that Guestlist can't read";
  }
}

const NAMED = 3;

/** Who decides, in words; nobody named means that people review themselves. */
export function reviewersWords(reviewers: readonly Reviewer[], nameOf: NameOf): string {
  if (reviewers.length === 0) return "The guests themselves";
  const words = reviewers.slice(0, NAMED).map((reviewer) => reviewerWords(reviewer, nameOf));
  const more = reviewers.length - words.length;
  return more > 0 ? `${words.join(", ")} and ${more} more` : words.join(", ");
}

/** Something that a review names by its id alone. */
interface Named {
  readonly kind: "user" | "group" | "application" | "directory-role";
  readonly id: string;
}

function inScope(scope: ReviewScope): readonly Named[] {
  switch (scope.kind) {
    case "group":
      return [{ kind: "group", id: scope.groupId }];
    case "application":
      return [{ kind: "application", id: scope.servicePrincipalId }];
    case "directory-role":
      return [{ kind: "directory-role", id: scope.roleId }];
    case "all-groups":
    case "inactive-over-groups":
    case "other":
      return [];
  }
}

function inReviewer(reviewer: Reviewer): readonly Named[] {
  switch (reviewer.kind) {
    case "person":
      return [{ kind: "user", id: reviewer.userId }];
    case "group-members":
      return [{ kind: "group", id: reviewer.groupId }];
    case "group-owners":
      return reviewer.groupId === null ? [] : [{ kind: "group", id: reviewer.groupId }];
    case "application-owners":
    case "managers":
    case "other":
      return [];
  }
}

/** Everything whose name the words of these need, each once. */
export function namedIn(
  scopes: readonly ReviewScope[],
  reviewers: readonly Reviewer[],
): readonly Named[] {
  const named = [...scopes.flatMap(inScope), ...reviewers.flatMap(inReviewer)];
  return [...new Map(named.map((each) => [each.id, each])).values()];
}
