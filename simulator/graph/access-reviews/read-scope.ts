import type { Directory } from "../../state/directory.ts";
import { badRequest } from "../errors.ts";
import { type Body, objectAt, objectFrom } from "./read-body.ts";
import { readMemberships } from "./read-memberships.ts";
import { guid, readQuery, unsupportedScope } from "./read-query.ts";
import { guestFilter, plainType, readInactivity, type ReadScope } from "./read-query-scope.ts";

const unified = "grouptypes/any(c:ceq'unified')";
// The documentation's example has an extra apostrophe.
const teams = [
  `${unified}andresourceprovisioningoptions/any(x:xeq'team')`,
  `${unified}andresourceprovisioningoptions/any(x:xeq'team')'`,
];

/** Understands the scope of a review and how the service will show it, or refuses what is not documented. */
export function readScope(directory: Directory, body: Body): ReadScope {
  const scopeBody = objectAt(body, "scope");
  const enumeration = body.instanceEnumerationScope ?? null;
  if (scopeBody["@odata.type"] === "#microsoft.graph.principalResourceMembershipsScope") {
    if (enumeration !== null) {
      throw badRequest("'instanceEnumerationScope' needs a 'scope' that begins with './members'.");
    }
    return readMemberships(directory, scopeBody);
  }
  return enumeration === null
    ? oneGroup(directory, scopeBody)
    : eachGroup(scopeBody, objectFrom(enumeration, "instanceEnumerationScope"));
}

function oneGroup(directory: Directory, scopeBody: Body): ReadScope {
  const inactive = readInactivity(scopeBody, "scope");
  const { path, filter } = readQuery(scopeBody.query, "scope");
  const found = new RegExp(
    `^/groups/(${guid})/transitiveMembers(/microsoft\\.graph\\.user)?$`,
  ).exec(path);
  const guestsOnly = filter === guestFilter && found?.[2] !== undefined;
  if (!found || (!guestsOnly && (filter !== "" || found[2] !== undefined))) {
    throw unsupportedScope("scope", String(scopeBody.query));
  }
  const groupId = (found[1] ?? "").toLowerCase();
  if (!directory.groups.has(groupId)) throw badRequest(`The group '${groupId}' was not found.`);
  const query = guestsOnly
    ? `/v1.0${path}/?$count=true&$filter=(userType eq 'Guest')`
    : `/v1.0${path}`;
  return {
    scope: { resources: { kind: "group", groupId }, guestsOnly, ...inactive.scope },
    shown: { scope: { ...inactive.shown, query }, instanceEnumerationScope: null },
  };
}

function eachGroup(scopeBody: Body, enumeration: Body): ReadScope {
  const inactive = readInactivity(scopeBody, "scope");
  const { path, filter } = readQuery(scopeBody.query, "scope");
  if (path !== "./members/microsoft.graph.user" || filter !== guestFilter) {
    throw unsupportedScope("scope", String(scopeBody.query));
  }
  const over = readQuery(enumeration.query, "instanceEnumerationScope");
  readInactivity(enumeration, "instanceEnumerationScope");
  const teamsOnly = teams.includes(over.filter);
  if (over.path !== "/groups" || (!teamsOnly && over.filter !== unified)) {
    throw unsupportedScope("instanceEnumerationScope", String(enumeration.query));
  }
  const only = teamsOnly ? " and resourceProvisioningOptions/Any(x:x eq 'Team')" : "";
  return {
    scope: {
      resources: { kind: "each-unified-group", teamsOnly },
      guestsOnly: true,
      ...inactive.scope,
    },
    shown: {
      scope: {
        ...inactive.shown,
        query: "./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')",
      },
      instanceEnumerationScope: {
        "@odata.type": plainType,
        query: `/v1.0/groups?$filter=(groupTypes/any(c:c+eq+'Unified')${only})&$count=true`,
        queryType: "MicrosoftGraph",
        queryRoot: null,
      },
    },
  };
}
