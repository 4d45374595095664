import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import { readRelatedIds } from "./read-related-ids";

export interface OwnersOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/**
 * Who owns each of these groups, twenty groups to a request; a group that is gone is missing, and null stands for one
 * whose owners could not be read. https://learn.microsoft.com/graph/api/group-list-owners
 */
export function readOwners(
  graph: Graph,
  groupIds: readonly string[],
  { signal, onProgress }: OwnersOptions = {},
): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const requests = [...new Set(groupIds)].map((id) => ({
    id,
    path: `/groups/${encodeURIComponent(id)}/owners?$select=id&$top=999`,
  }));
  return readRelatedIds(graph, requests, { scopes: GROUP_SCOPES, signal, onProgress });
}
