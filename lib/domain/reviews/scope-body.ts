import type { Json } from "../json";
import type { DraftReviewers, DraftScope } from "./draft";
import { durationOf } from "./duration";

type Body = Readonly<Record<string, Json>>;

const GUESTS = "$filter=(userType eq 'Guest')";

/**
 * One review's scope: the draft's, with one of its groups where those are chosen; null for every other kind.
 */
export interface OneScope {
  readonly scope: DraftScope;
  readonly groupId: string | null;
}

/** The scope as Graph takes it: https://learn.microsoft.com/graph/accessreviews-scope-concept */
export function scopeBody({ scope, groupId }: OneScope): Body {
  switch (scope.kind) {
    case "all-groups":
      return {
        instanceEnumerationScope: queryScope(groupsWithGuests(scope.teamsOnly), null),
        scope: queryScope(`./members/microsoft.graph.user/?${GUESTS}`, null),
      };
    case "groups": {
      const query = `/groups/${groupId ?? ""}/transitiveMembers/microsoft.graph.user/?${GUESTS}`;
      return { scope: queryScope(query, scope.inactiveDays) };
    }
    case "inactive-over-groups":
      return {
        scope: memberships(queryScope(`/users?${GUESTS}`, scope.inactiveDays), "/groups"),
      };
    case "application": {
      const application = `/servicePrincipals/${scope.servicePrincipalId}`;
      return { scope: memberships(queryScope("/users", null), application) };
    }
  }
}

/** For teams the documentation's request has one apostrophe too many; this is how its own answer spells it. */
function groupsWithGuests(teamsOnly: boolean): string {
  const teams = teamsOnly ? " and resourceProvisioningOptions/Any(x:x eq 'Team')" : "";
  return `/groups?$filter=(groupTypes/any(c:c eq 'Unified')${teams})`;
}

function queryScope(query: string, inactiveDays: number | null): Body {
  const graphQuery = { query, queryType: "MicrosoftGraph" };
  if (inactiveDays === null) {
    return { "@odata.type": "#microsoft.graph.accessReviewQueryScope", ...graphQuery };
  }
  return {
    "@odata.type": "#microsoft.graph.accessReviewInactiveUsersQueryScope",
    ...graphQuery,
    inactiveDuration: durationOf(inactiveDays),
  };
}

function memberships(principal: Body, resource: string): Body {
  return {
    "@odata.type": "#microsoft.graph.principalResourceMembershipsScope",
    principalScopes: [principal],
    resourceScopes: [queryScope(resource, null)],
  };
}

/**
 * Who decides, as Graph takes it; an empty list is a self-review.
 * https://learn.microsoft.com/graph/accessreviews-reviewers-concept
 */
export function reviewersBody(reviewers: DraftReviewers, one: OneScope): readonly Body[] {
  switch (reviewers.kind) {
    case "owners":
      return [{ query: ownersOf(one), queryType: "MicrosoftGraph" }];
    case "people":
      return peopleBody(reviewers.userIds);
    case "managers":
      return [{ query: "./manager", queryType: "MicrosoftGraph", queryRoot: "decisions" }];
    case "self":
      return [];
  }
}

/** Named people as reviewers. */
export function peopleBody(userIds: readonly string[]): readonly Body[] {
  return [...new Set(userIds)].map((id) => ({
    query: `/users/${id}`,
    queryType: "MicrosoftGraph",
  }));
}

function ownersOf({ scope, groupId }: OneScope): string {
  switch (scope.kind) {
    case "groups":
      return `/groups/${groupId ?? ""}/owners`;
    case "application":
      return `/servicePrincipals/${scope.servicePrincipalId}/owners`;
    case "all-groups":
    case "inactive-over-groups":
      return "./owners";
  }
}
