import type { Group } from "@/lib/domain/reviews/group";
import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import { readGroupsByIds } from "./read-group";
import { readRelatedIds } from "./read-related-ids";

/** A guest who is in a group only through a group inside it. */
export interface NestedMember {
  readonly groupId: string;
  readonly guestId: string;
}

/** Says in which groups inside the outer one a guest is a direct member; null where that could not be read. */
export type InnerGroupsOf = (member: NestedMember) => readonly Group[] | null;

const GROUPS = "microsoft.graph.group?$select=id&$count=true&$top=999";

/**
 * The groups through which guests are in a group: a review takes nobody out of those.
 * https://learn.microsoft.com/graph/api/group-list-transitivemembers and user-list-memberof
 */
export async function findInnerGroups(
  graph: Graph,
  members: readonly NestedMember[],
  signal?: AbortSignal,
): Promise<InnerGroupsOf> {
  const read = (ids: readonly string[], pathOf: (id: string) => string) =>
    readRelatedIds(
      graph,
      [...new Set(ids)].map((id) => ({ id, path: pathOf(encodeURIComponent(id)) })),
      { scopes: GROUP_SCOPES, signal },
    );
  const inside = await read(
    members.map(({ groupId }) => groupId),
    (id) => `/groups/${id}/transitiveMembers/${GROUPS}`,
  );
  const joined = await read(
    members.map(({ guestId }) => guestId),
    (id) => `/users/${id}/memberOf/${GROUPS}`,
  );
  const idsOf = ({ groupId, guestId }: NestedMember): readonly string[] | null => {
    const inner = inside.get(groupId);
    const own = joined.get(guestId);
    return inner && own ? own.filter((id) => inner.includes(id)) : null;
  };
  const innerIds = members.flatMap((member) => idsOf(member) ?? []);
  const groups = new Map<string, Group>();
  for (const group of await readGroupsByIds(graph, innerIds, signal)) groups.set(group.id, group);
  return (member) => idsOf(member)?.flatMap((id) => groups.get(id) ?? []) ?? null;
}
