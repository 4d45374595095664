import type { Group } from "@/lib/domain/reviews/group";
import type { AccessShown } from "@/lib/domain/reviews/reconcile";
import type { Graph } from "../graph";
import { type Membership, readMembershipOf } from "./is-member";
import { type AccountState, readAccounts } from "./read-accounts";
import { readGroupsByIds } from "./read-group";

export interface AccessWanted {
  readonly groupIds: readonly string[];
  readonly guestIds: readonly string[];
}

/** What the directory shows now of a guest's access to a group; a resource that is none has no id here. */
export interface AccessNow {
  readonly shown: (groupId: string | null, guestId: string) => AccessShown;
}

/** Reads groups, who is in them and whether the guests still have accounts: three readings a group, one a guest. */
export async function readAccess(
  graph: Graph,
  { groupIds, guestIds }: AccessWanted,
  signal?: AbortSignal,
): Promise<AccessNow> {
  const groups = new Map<string, Group>();
  for (const group of await readGroupsByIds(graph, groupIds, signal)) groups.set(group.id, group);
  const membershipOf = await readMembershipOf(graph, groupIds, { signal });
  const accounts = await readAccounts(graph, guestIds, signal);
  return {
    shown: (groupId, guestId) => ({
      membership: groupId === null ? null : membershipIn(membershipOf(groupId, guestId)),
      accountExists: existenceOf(accounts.get(guestId)),
      group: groupId === null ? null : (groups.get(groupId) ?? null),
    }),
  };
}

/** Nobody is in a group that is gone. */
function membershipIn(membership: Membership): AccessShown["membership"] {
  if (membership === "unread") return null;
  return membership === "group-gone" ? "none" : membership;
}

function existenceOf(state: AccountState | undefined): boolean | null {
  return state === undefined || state === "unread" ? null : state === "there";
}
