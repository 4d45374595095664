import type { Graph } from "../graph";
import { readGuestMembers } from "./read-guest-members";

/** Whether a guest is in a group: directly, only through a group inside it, not at all; or nobody could say. */
export type Membership = "direct" | "nested" | "none" | "group-gone" | "unread";

/** Says of any guest whether they are in one of the groups that were read. */
export type MembershipOf = (groupId: string, guestId: string) => Membership;

export interface MembershipOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Who of the guests is in these groups now; two readings a group, however many guests are asked about. */
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
  const asked = new Set(groupIds);
  return (groupId, guestId) => {
    const found = sets.get(groupId);
    if (found === undefined) return asked.has(groupId) ? "group-gone" : "unread";
    if (found === null) return "unread";
    if (found.direct.has(guestId)) return "direct";
    return found.nested.has(guestId) ? "nested" : "none";
  };
}

/** The same for pairs of a group and a guest, in their order. */
export async function areMembers(
  graph: Graph,
  pairs: readonly { readonly groupId: string; readonly guestId: string }[],
  options: MembershipOptions = {},
): Promise<readonly Membership[]> {
  const groupIds = [...new Set(pairs.map(({ groupId }) => groupId))];
  const membershipOf = await readMembershipOf(graph, groupIds, options);
  return pairs.map(({ groupId, guestId }) => membershipOf(groupId, guestId));
}
