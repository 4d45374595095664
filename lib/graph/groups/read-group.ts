import type { Group } from "@/lib/domain/reviews/group";
import { bodyOfItem, readInBatches } from "../batch";
import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import { GROUP_SELECT, groupFromWire, groupOnWire } from "./group-on-wire";

/** One group as it is now; "not-found" when it is gone. https://learn.microsoft.com/graph/api/group-get */
export async function readGroup(graph: Graph, id: string, signal?: AbortSignal): Promise<Group> {
  const wire = await graph.read(pathOf(id), {
    scopes: GROUP_SCOPES,
    schema: groupOnWire,
    ...(signal && { signal }),
  });
  return groupFromWire(wire);
}

/** Several groups by their ids, twenty to a request; those that are gone are missing. */
export async function readGroupsByIds(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Group[]> {
  const distinctIds = [...new Set(ids)];
  const requests = distinctIds.map((id) => ({ id, method: "GET" as const, path: pathOf(id) }));
  const answers = await readInBatches(graph, requests, { scopes: GROUP_SCOPES, signal });
  return distinctIds
    .filter((id) => answers.get(id)?.status !== 404)
    .map((id) => groupFromWire(bodyOfItem(answers.get(id), groupOnWire, "group")));
}

function pathOf(id: string): string {
  return `/groups/${encodeURIComponent(id)}?${GROUP_SELECT}`;
}
