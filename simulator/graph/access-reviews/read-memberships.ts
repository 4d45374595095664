import type { ReviewedResources } from "../../state/access-reviews/plan.ts";
import type { Directory } from "../../state/directory.ts";
import { roleTemplates } from "../../state/roles.ts";
import { badRequest } from "../errors.ts";
import { type Body, listAt, objectFrom } from "./read-body.ts";
import { guid, readQuery, unsupportedScope } from "./read-query.ts";
import { guestFilter, readInactivity, type ReadScope } from "./read-query-scope.ts";

/**
 * Understands a principalResourceMembershipsScope. Only the documented combinations exist: inactive guests over all
 * groups, the users of one application, the guests in one directory role.
 */
export function readMemberships(directory: Directory, scope: Body): ReadScope {
  const principal = only(scope, "principalScopes");
  const inactive = readInactivity(principal, "principalScopes");
  const who = readQuery(principal.query, "principalScopes");
  const guestsOnly = who.filter === guestFilter;
  if (who.path !== "/users" || (!guestsOnly && who.filter !== "")) {
    throw unsupportedScope("principalScopes", String(principal.query));
  }
  const resource = only(scope, "resourceScopes");
  const plain = readInactivity(resource, "resourceScopes");
  const resources = readResource(directory, resource);
  const { inactiveDays } = inactive.scope;
  if (!isDocumented(resources, guestsOnly, inactiveDays !== null)) {
    throw unsupportedScope("scope", `${String(principal.query)} × ${String(resource.query)}`);
  }
  return {
    scope: { resources, guestsOnly, inactiveDays },
    shown: {
      scope: {
        "@odata.type": "#microsoft.graph.principalResourceMembershipsScope",
        principalScopes: [
          {
            ...inactive.shown,
            query: guestsOnly
              ? "/v1.0/users?$count=true&$filter=(userType eq 'Guest')"
              : "/v1.0/users",
          },
        ],
        resourceScopes: [
          { ...plain.shown, query: `/v1.0${readQuery(resource.query, "resourceScopes").path}` },
        ],
      },
      instanceEnumerationScope: null,
    },
  };
}

function only(scope: Body, name: string): Body {
  const scopes = listAt(scope, name);
  const [first] = scopes;
  if (scopes.length !== 1) throw badRequest(`Exactly one scope is supported in '${name}'.`);
  return objectFrom(first, name);
}

function readResource(directory: Directory, resource: Body): ReviewedResources {
  const { path, filter } = readQuery(resource.query, "resourceScopes");
  const refused = unsupportedScope("resourceScopes", String(resource.query));
  if (filter !== "") throw refused;
  if (path === "/groups") return { kind: "all-groups" };
  const found = new RegExp(
    `^/(servicePrincipals|roleManagement/directory/roleDefinitions)/(${guid})$`,
  ).exec(path);
  if (!found) throw refused;
  const id = (found[2] ?? "").toLowerCase();
  if (found[1] === "servicePrincipals") {
    if (!directory.servicePrincipals.has(id)) {
      throw badRequest(`The service principal '${id}' was not found.`);
    }
    return { kind: "application", servicePrincipalId: id };
  }
  const known: readonly string[] = Object.values(roleTemplates);
  if (!known.includes(id)) throw badRequest(`The role definition '${id}' was not found.`);
  return { kind: "role", templateId: id };
}

function isDocumented(
  { kind }: ReviewedResources,
  guestsOnly: boolean,
  isInactive: boolean,
): boolean {
  if (kind === "all-groups") return guestsOnly && isInactive;
  if (kind === "application") return !guestsOnly && !isInactive;
  return guestsOnly;
}
