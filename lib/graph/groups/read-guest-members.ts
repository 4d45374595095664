import type { GuestsOfGroup } from "@/lib/domain/reviews/group";
import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import { readRelatedIds } from "./read-related-ids";

export interface GuestMembersOptions {
  /** Also looks through groups inside groups, which takes as many requests again. */
  readonly nested?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Told at the beginning and after each request how many of all readings are done. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

const GUESTS = `microsoft.graph.user?$filter=${encodeURIComponent("userType eq 'Guest'")}&$select=id&$count=true&$top=999`;

/**
 * The guests of many groups, twenty groups to a request. A group that is gone is missing; one whose members could not
 * be read has null.
 * https://learn.microsoft.com/graph/api/group-list-members and group-list-transitivemembers
 */
export async function readGuestMembers(
  graph: Graph,
  groupIds: readonly string[],
  { nested = false, signal, onProgress }: GuestMembersOptions = {},
): Promise<ReadonlyMap<string, GuestsOfGroup | null>> {
  const ids = [...new Set(groupIds)];
  const batchRequests = ids.flatMap((id) => [
    { id, path: pathOf(id, "members") },
    ...(nested ? [{ id: `${id}/all`, path: pathOf(id, "transitiveMembers") }] : []),
  ]);
  // The first answer may have to be waited for: what is asked for meanwhile is known already.
  onProgress?.(0, batchRequests.length);
  const found = await readRelatedIds(graph, batchRequests, {
    scopes: GROUP_SCOPES,
    signal,
    onProgress,
  });
  const guests = new Map<string, GuestsOfGroup | null>();
  for (const id of ids) {
    const direct = found.get(id);
    const all = nested ? found.get(`${id}/all`) : null;
    if (direct === undefined || all === undefined) continue;
    guests.set(id, direct === null || (nested && all === null) ? null : apart(direct, all));
  }
  return guests;
}

function apart(direct: readonly string[], all: readonly string[] | null): GuestsOfGroup {
  const own = new Set(direct);
  return { direct, nested: all === null ? null : all.filter((id) => !own.has(id)) };
}

function pathOf(groupId: string, relation: "members" | "transitiveMembers"): string {
  return `/groups/${encodeURIComponent(groupId)}/${relation}/${GUESTS}`;
}
