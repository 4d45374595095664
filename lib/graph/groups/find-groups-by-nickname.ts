import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import "../jitless";
import { z } from "zod";

const idOnWire = z.object({ id: z.string().min(1) });

/**
 * Ids of the groups with this mail nickname. The list lags behind a creation, so "none" is to be asked again before it
 * is believed. https://learn.microsoft.com/graph/api/group-list
 */
export async function findGroupsByNickname(
  graph: Graph,
  nickname: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const filter = encodeURIComponent(`mailNickname eq '${nickname.replaceAll("'", "''")}'`);
  const found: string[] = [];
  const pages = graph.pages(`/groups?$filter=${filter}&$select=id`, {
    scopes: GROUP_SCOPES,
    schema: idOnWire,
    ...(signal && { signal }),
  });
  for await (const { items } of pages) found.push(...items.map(({ id }) => id));
  return found;
}
