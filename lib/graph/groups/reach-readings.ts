import type { Graph } from "../graph";
import { readRelatedIds, type RelatedOptions } from "./read-related-ids";
import "../jitless";
import { z } from "zod";

/** Access other than groups. */
export type ReachKind = "applications" | "roles";

export type ReachOptions = Omit<RelatedOptions, "property">;

const OF_GUEST: Readonly<Record<ReachKind, { path: string; property: string }>> = {
  applications: {
    path: "appRoleAssignments?$select=id,resourceId&$top=999",
    property: "resourceId",
  },
  roles: {
    path: "transitiveMemberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId&$count=true",
    property: "roleTemplateId",
  },
};

/**
 * The applications or directory roles of each of these guests, also through a group, twenty guests to a request; null
 * where they could not be read, and who is gone is missing.
 * https://learn.microsoft.com/graph/api/user-list-approleassignments and user-list-transitivememberof
 */
export async function readReachOfGuests(
  graph: Graph,
  kind: ReachKind,
  guestIds: readonly string[],
  options: ReachOptions,
): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const { path, property } = OF_GUEST[kind];
  const requests = guestIds.map((id) => ({ id, path: `/users/${encodeURIComponent(id)}/${path}` }));
  return readRelatedIds(graph, requests, { ...options, property });
}

/** An application or a directory role, named as reviews name it. */
export interface Reachable {
  readonly id: string;
  /** The path of its assignments. */
  readonly path: string;
}

const PRINCIPAL: Readonly<Record<ReachKind, string>> = { applications: "principalId", roles: "id" };

/** https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignedto */
export function application(servicePrincipalId: string): Reachable {
  const path = `/servicePrincipals/${encodeURIComponent(servicePrincipalId)}/appRoleAssignedTo`;
  return { id: servicePrincipalId, path: `${path}?$select=id,principalId&$top=999` };
}

const applicationOnWire = z.object({ id: z.string() }).transform(({ id }) => application(id));

/** https://learn.microsoft.com/graph/api/directoryrole-list-members: for the whole tenant, as a guest's own roles are */
const roleOnWire = z
  .object({ id: z.string(), roleTemplateId: z.string() })
  .transform(({ id, roleTemplateId }) => ({
    id: roleTemplateId,
    path: `/directoryRoles/${encodeURIComponent(id)}/members?$select=id`,
  }));

/** Lists take no count, and roles no page size. https://learn.microsoft.com/graph/api/directoryrole-list */
const LISTS: Readonly<Record<ReachKind, { path: string; schema: z.ZodType<Reachable> }>> = {
  applications: { path: "/servicePrincipals?$select=id&$top=999", schema: applicationOnWire },
  roles: { path: "/directoryRoles?$select=id,roleTemplateId", schema: roleOnWire },
};

/** All applications or all active directory roles; null, and not read to the end, where there are more than `most`. */
export async function listReachable(
  graph: Graph,
  kind: ReachKind,
  most: number,
  { scopes, signal }: ReachOptions,
): Promise<readonly Reachable[] | null> {
  const { path, schema } = LISTS[kind];
  const all: Reachable[] = [];
  for await (const { items } of graph.pages(path, { scopes, schema, ...(signal && { signal }) })) {
    all.push(...items);
    if (all.length > most) return null;
  }
  return all;
}

/**
 * The people, groups and others that each of these was given to, twenty of these to a request; null where they could
 * not be read, and what is gone is missing.
 */
export async function readHolders(
  graph: Graph,
  kind: ReachKind,
  objects: readonly Reachable[],
  options: ReachOptions,
): Promise<ReadonlyMap<string, readonly string[] | null>> {
  return readRelatedIds(graph, objects, { ...options, property: PRINCIPAL[kind] });
}
