import type { Group } from "@/lib/domain/reviews/group";
import type { Graph } from "../graph";
import { type MembershipOf, readMembershipOf } from "./is-member";
import { type AccountState, readAccounts } from "./read-accounts";
import { readGroupsByIds } from "./read-group";

/** What the directory shows now of the access that a review was about. */
export interface AccessNow {
  readonly membershipOf: MembershipOf;
  /** The groups that still exist, by id. */
  readonly groups: ReadonlyMap<string, Group>;
  readonly accounts: ReadonlyMap<string, AccountState>;
}

export interface AccessWanted {
  readonly groupIds: readonly string[];
  readonly guestIds: readonly string[];
}

/** Reads groups, who is in them and whether the guests still have accounts: three readings a group, one a guest. */
export async function readAccess(
  graph: Graph,
  { groupIds, guestIds }: AccessWanted,
  signal?: AbortSignal,
): Promise<AccessNow> {
  const groups = await readGroupsByIds(graph, groupIds, signal);
  const membershipOf = await readMembershipOf(graph, groupIds, { signal });
  const accounts = await readAccounts(graph, guestIds, signal);
  return { membershipOf, groups: new Map(groups.map((group) => [group.id, group])), accounts };
}
