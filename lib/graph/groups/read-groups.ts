import type { Group } from "@/lib/domain/reviews/group";
import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import { GROUP_SELECT, groupFromWire, groupOnWire } from "./group-on-wire";

/** The most that Graph gives at once. https://learn.microsoft.com/graph/api/group-list */
const PAGE = 999;

export interface GroupsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told after each page how many groups there are so far. */
  readonly onProgress?: (read: number) => void;
}

/** Every group of the organization, each once. */
export async function readGroups(
  graph: Graph,
  { signal, onProgress }: GroupsOptions = {},
): Promise<readonly Group[]> {
  const groups = new Map<string, Group>();
  const pages = graph.pages(`/groups?${GROUP_SELECT}&$top=${PAGE}`, {
    scopes: GROUP_SCOPES,
    schema: groupOnWire,
    ...(signal && { signal }),
  });
  for await (const { items } of pages) {
    for (const wire of items) groups.set(wire.id, groupFromWire(wire));
    onProgress?.(groups.size);
  }
  return [...groups.values()];
}
