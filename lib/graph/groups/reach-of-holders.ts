import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";
import type { ReachKind, ReachOptions } from "./reach-of-guests";
import { readRelatedIds } from "./read-related-ids";

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
