import type { Group } from "@/lib/domain/reviews/group";
import type { AccessRequest, AccessShown } from "@/lib/domain/reviews/reconcile";
import type { Graph } from "../graph";
import { readMembershipOf } from "./is-member";
import { type AccountState, readAccounts } from "./read-accounts";
import { readGroupsByIds } from "./read-group";
import { type OwnGroups, readOwnGroups } from "./read-own-groups";

/** Somebody's access to a group, as the directory shows it now. A resource that is not a group has no id here. */
export interface AccessNow {
  readonly shown: (groupId: string | null, userId: string) => AccessShown;
}

/**
 * Reads groups, who is in them, and what the accounts are now. The members of a group are read as guests, since it may
 * have a hundred thousand others; of an account that is no guest (any more) its own groups are read. Only what was
 * positively not there counts as "none".
 */
export async function readAccess(
  graph: Graph,
  requests: readonly AccessRequest[],
  signal?: AbortSignal,
): Promise<AccessNow> {
  const groupIds = [...new Set(requests.flatMap((each) => each.groupIds))];
  const groups = new Map<string, Group>();
  for (const group of await readGroupsByIds(graph, groupIds, signal)) groups.set(group.id, group);
  const membershipOf = await readMembershipOf(graph, groupIds, { signal });
  const userIds = requests.map(({ userId }) => userId);
  const accounts = await readAccounts(graph, userIds, signal);
  const others = requests.filter(
    ({ userId, groupIds: own }) =>
      isNoKnownGuest(accounts.get(userId)) &&
      own.some((groupId) => membershipOf(groupId, userId) === "not-found"),
  );
  const ownGroups = await readOwnGroups(
    graph,
    others.map(({ userId }) => userId),
    signal,
  );
  const membershipIn = (groupId: string, userId: string): AccessShown["membership"] => {
    const membership = membershipOf(groupId, userId);
    if (membership === "unread") return null;
    // Nobody is in a group that is gone.
    if (membership === "group-gone") return "none";
    if (membership !== "not-found") return membership;
    const account = accounts.get(userId);
    if (account === "guest" || account === "gone") return "none";
    return among(ownGroups.get(userId), groupId);
  };
  return {
    shown: (groupId, userId) => ({
      membership: groupId === null ? null : membershipIn(groupId, userId),
      accountExists: existenceOf(accounts.get(userId)),
      group: groupId === null ? null : (groups.get(groupId) ?? null),
    }),
  };
}

function isNoKnownGuest(account: AccountState | undefined): boolean {
  return account !== "guest" && account !== "gone";
}

function among(own: OwnGroups | undefined, groupId: string): AccessShown["membership"] {
  if (own === undefined) return null;
  if (own.direct.has(groupId)) return "direct";
  return own.all.has(groupId) ? "nested" : "none";
}

function existenceOf(account: AccountState | undefined): boolean | null {
  return account === undefined || account === "unread" ? null : account !== "gone";
}
