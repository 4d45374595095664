import type { Graph } from "../graph";
import { readRelatedIds } from "./read-related-ids";

/** What a guest reaches without being asked for by a group; null where it could not be read. */
export interface Reach {
  /** Service principals of the applications that were assigned, also through a group. */
  readonly applicationIds: readonly string[] | null;
  /** Templates of the directory roles held, also through a group. */
  readonly roleIds: readonly string[] | null;
}

/** https://learn.microsoft.com/graph/api/user-list-approleassignments and user-list-transitivememberof */
const REACH_SCOPES = ["User.Read.All", "Directory.Read.All"] as const;

export interface ReachOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told after each request how many guests are done. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Applications and directory roles of many guests, ten guests to a request; who is gone is missing. */
export async function readReach(
  graph: Graph,
  guestIds: readonly string[],
  { signal, onProgress }: ReachOptions = {},
): Promise<ReadonlyMap<string, Reach>> {
  const ids = [...new Set(guestIds)];
  let applicationsDone = 0;
  let rolesDone = 0;
  const tell = () => onProgress?.(Math.floor((applicationsDone + rolesDone) / 2), ids.length);
  const options = { scopes: REACH_SCOPES, signal };
  const applications = await readRelatedIds(
    graph,
    ids.map((id) => ({
      id,
      path: `/users/${encodeURIComponent(id)}/appRoleAssignments?$select=id,resourceId&$top=999`,
    })),
    {
      ...options,
      property: "resourceId",
      onProgress: (done) => {
        applicationsDone = done;
        tell();
      },
    },
  );
  const roles = await readRelatedIds(
    graph,
    ids.map((id) => ({
      id,
      path: `/users/${encodeURIComponent(id)}/transitiveMemberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId&$count=true`,
    })),
    {
      ...options,
      property: "roleTemplateId",
      onProgress: (done) => {
        rolesDone = done;
        tell();
      },
    },
  );
  const reach = new Map<string, Reach>();
  for (const id of ids) {
    const applicationIds = applications.get(id);
    const roleIds = roles.get(id);
    if (applicationIds === undefined || roleIds === undefined) continue;
    reach.set(id, { applicationIds: distinct(applicationIds), roleIds: distinct(roleIds) });
  }
  return reach;
}

function distinct(ids: readonly string[] | null): readonly string[] | null {
  return ids === null ? null : [...new Set(ids)];
}
