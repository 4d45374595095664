import type { Days } from "../time";
import { daysIn } from "./duration";
import { GUID } from "../guid";
import { partsOf, readGraphQuery } from "./graph-query";
import type { ReviewScope } from "./review";

const GUESTS = "usertypeeq'guest'";
const UNIFIED = "grouptypes/any(c:ceq'unified')";
const TEAM = "resourceprovisioningoptions/any(x:xeq'team')";

/**
 * Understands whose access a review or one of its instances covers, as Graph answers it. What is not a documented shape
 * is "other", so that nobody counts as covered by something that was only guessed.
 * https://learn.microsoft.com/graph/accessreviews-scope-concept
 */
export function readScope(scope: unknown, instanceEnumerationScope: unknown): ReviewScope {
  const scopeFields = partsOf(scope);
  if (isOfType(scopeFields, "principalResourceMembershipsScope")) return memberships(scopeFields);
  const { path, filter } = readGraphQuery(scopeFields.query);
  if (path === "./members/microsoft.graph.user" && filter === GUESTS) {
    return eachGroup(scopeFields, instanceEnumerationScope);
  }
  return (
    oneGroup(scopeFields, path, filter) ??
    oneRole(path, filter, scopeFields) ??
    otherScope(scopeFields)
  );
}

function oneGroup(
  scopeFields: Readonly<Record<string, unknown>>,
  path: string,
  filter: string,
): ReviewScope | null {
  const found = new RegExp(
    `^/groups/(${GUID})/(members|transitivemembers)(/microsoft\\.graph\\.user)?$`,
  ).exec(path);
  if (found === null || (filter !== "" && filter !== GUESTS)) return null;
  return {
    kind: "group",
    groupId: found[1] ?? "",
    guestsOnly: filter === GUESTS,
    inactiveDays: inactiveDaysOf(scopeFields),
    ...(found[2] === "members" ? { directOnly: true as const } : {}),
  };
}

function eachGroup(
  scopeFields: Readonly<Record<string, unknown>>,
  enumeration: unknown,
): ReviewScope {
  const over = readGraphQuery(partsOf(enumeration).query);
  // The documentation's own spelling of "teams" has one apostrophe too many.
  const filter = over.filter.replace(/'$/, "");
  const teamsOnly = filter === `${UNIFIED}and${TEAM}` || filter === `${TEAM}and${UNIFIED}`;
  if (over.path !== "/groups" || (!teamsOnly && filter !== UNIFIED)) return otherScope(scopeFields);
  return { kind: "all-groups", teamsOnly, inactiveDays: inactiveDaysOf(scopeFields) };
}

/** Reviews of roles are also written as queries of their assignments. */
function oneRole(
  path: string,
  filter: string,
  scopeFields: Readonly<Record<string, unknown>>,
): ReviewScope | null {
  const named = new RegExp(`^/rolemanagement/directory/roledefinitions/(${GUID})$`).exec(path);
  if (named && filter === "") return role(named[1] ?? "", false);
  if (path !== "/rolemanagement/directory/roleassignmentscheduleinstances") return null;
  if (!filter.includes("isof(principal,'microsoft.graph.user')")) return otherScope(scopeFields);
  const match = new RegExp(`roledefinitionideq'(${GUID})'`).exec(filter);
  return match ? role(match[1] ?? "", false) : null;
}

function role(roleId: string, guestsOnly: boolean): ReviewScope {
  return { kind: "directory-role", roleId, guestsOnly };
}

/** Principals × resources; the documented ones have one of each. */
function memberships(scopeFields: Readonly<Record<string, unknown>>): ReviewScope {
  const principals = listOf(scopeFields.principalScopes);
  const resources = listOf(scopeFields.resourceScopes);
  const [principal, resource] = [partsOf(principals[0]), partsOf(resources[0])];
  const who = readGraphQuery(principal.query);
  const isWho = who.path === "/users" && (who.filter === "" || who.filter === GUESTS);
  if (principals.length !== 1 || resources.length !== 1 || !isWho) return otherScope(scopeFields);
  const guestsOnly = who.filter === GUESTS;
  const inactiveDays = inactiveDaysOf(principal);
  const what = readGraphQuery(resource.query);
  if (what.path === "/groups" && guestsOnly && inactiveDays !== null) {
    return { kind: "inactive-over-groups", inactiveDays };
  }
  return resourceOf(what, guestsOnly, inactiveDays) ?? otherScope(scopeFields);
}

function resourceOf(
  { path, filter }: { readonly path: string; readonly filter: string },
  guestsOnly: boolean,
  inactiveDays: Days | null,
): ReviewScope | null {
  const found = new RegExp(
    `^/(groups|serviceprincipals|rolemanagement/directory/roledefinitions)/(${GUID})(/transitivemembers/microsoft\\.graph\\.user)?$`,
  ).exec(path);
  if (found === null || filter !== "") return null;
  const id = found[2] ?? "";
  if (found[1] === "groups") return { kind: "group", groupId: id, guestsOnly, inactiveDays };
  if (inactiveDays !== null || found[3] !== undefined) return null;
  if (found[1] === "serviceprincipals") return { kind: "application", servicePrincipalId: id };
  return role(id, guestsOnly);
}

/** Only the type says that a scope is of inactive users; without a duration it means none. */
function inactiveDaysOf(scopeFields: Readonly<Record<string, unknown>>): Days | null {
  const days = daysIn(scopeFields.inactiveDuration);
  if (isOfType(scopeFields, "accessReviewInactiveUsersQueryScope")) return days ?? 0;
  return days === null || days === 0 ? null : days;
}

function isOfType(scopeFields: Readonly<Record<string, unknown>>, name: string): boolean {
  const type = scopeFields["@odata.type"];
  return typeof type === "string" && type.toLowerCase().endsWith(`.${name.toLowerCase()}`);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Said with the queries that there are, for people to read. */
function otherScope(scopeFields: Readonly<Record<string, unknown>>): ReviewScope {
  const parts = [
    scopeFields,
    ...listOf(scopeFields.principalScopes),
    ...listOf(scopeFields.resourceScopes),
  ];
  const queries = parts.map((part) => partsOf(part).query);
  const type = typeof scopeFields["@odata.type"] === "string" ? scopeFields["@odata.type"] : "";
  const query = queries.filter((each) => typeof each === "string").join(" × ");
  return { kind: "other", query: query === "" ? type : query };
}
