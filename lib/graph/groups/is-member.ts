import type { Graph } from "../graph";
import { readGuestMembers } from "./read-guest-members";

/**
 * Where a group was found to have somebody: directly, or only through a group inside it. "not-found" says that they are
 * not among the group's guests, which proves nothing of an account that is no guest.
 */
export type Membership = "direct" | "nested" | "not-found" | "group-gone" | "unread";

/** Tells for any account whether it is among the guests of one of the groups. */
export type MembershipOf = (groupId: string, userId: string) => Membership;

export interface MembershipOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Who is among the guests of these groups now; two readings a group, however many guests are asked about. */
export async function readMembershipOf(
  graph: Graph,
  groupIds: readonly string[],
  options: MembershipOptions = {},
): Promise<MembershipOf> {
  const guests = await readGuestMembers(graph, groupIds, { ...options, nested: true });
  const sets = new Map(
    [...guests].map(([id, found]) => [
      id,
      found && { direct: new Set(found.direct), nested: new Set(found.nested) },
    ]),
  );
  const readGroupIds = new Set(groupIds);
  return (groupId, userId) => {
    const found = sets.get(groupId);
    if (found === undefined) return readGroupIds.has(groupId) ? "group-gone" : "unread";
    if (found === null) return "unread";
    if (found.direct.has(userId)) return "direct";
    return found.nested.has(userId) ? "nested" : "not-found";
  };
}
