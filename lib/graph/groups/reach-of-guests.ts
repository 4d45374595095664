import type { Graph } from "../graph";
import { readRelatedIds, type RelatedOptions } from "./read-related-ids";

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
