import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import "../jitless";
import { z } from "zod";

const groupOnWire = z.object({ id: z.string() });

/**
 * The ids of the groups that a group is inside, also through others; "not-found" when it is gone.
 * https://learn.microsoft.com/graph/api/group-list-transitivememberof
 */
export async function readOuterGroups(
  graph: Graph,
  groupId: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const path = `/groups/${encodeURIComponent(groupId)}/transitiveMemberOf/microsoft.graph.group?$select=id&$count=true&$top=999`;
  const pages = graph.pages(path, {
    scopes: GROUP_SCOPES,
    schema: groupOnWire,
    // A cast is an advanced query: https://learn.microsoft.com/graph/aad-advanced-queries
    headers: { ConsistencyLevel: "eventual" },
    ...(signal && { signal }),
  });
  const ids: string[] = [];
  for await (const { items } of pages) ids.push(...items.map(({ id }) => id));
  return ids;
}
