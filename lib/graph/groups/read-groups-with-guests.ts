import type { Group, GroupWithGuests, GuestsOfGroup } from "@/lib/domain/reviews/group";
import type { Graph } from "../graph";
import { readGroupsByIds } from "./read-group";
import { readGuestMembers } from "./read-guest-members";
import { readGroups } from "./read-groups";
import { readOwners } from "./read-owners";

/** How far the reading is: first the groups, then who is in them, then who owns those that have guests. */
export interface GroupsProgress {
  readonly phase: "groups" | "guests" | "owners";
  readonly done: number;
  /** Null while the groups themselves are counted. */
  readonly of: number | null;
}

export interface GroupsWithGuests {
  /** Every group that was asked for and exists, with guests or without. */
  readonly groups: readonly GroupWithGuests[];
  /** Groups whose members could not be read: nothing may be concluded about them. */
  readonly unread: readonly Group[];
}

export interface GroupsWithGuestsOptions {
  readonly nested?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: GroupsProgress) => void;
}

/** Groups with their guests and, where there are guests, their owners: all groups, or those with these ids. */
export async function readGroupsWithGuests(
  graph: Graph,
  which: readonly string[] | "all",
  { nested = false, signal, onProgress }: GroupsWithGuestsOptions = {},
): Promise<GroupsWithGuests> {
  const tell = (phase: GroupsProgress["phase"]) => (done: number, of?: number) => {
    onProgress?.({ phase, done, of: of ?? null });
  };
  const groups =
    which === "all"
      ? await readGroups(graph, { signal, onProgress: tell("groups") })
      : await readGroupsByIds(graph, which, signal);
  const ids = groups.map(({ id }) => id);
  const onGuests = tell("guests");
  const guests = await readGuestMembers(graph, ids, { nested, signal, onProgress: onGuests });
  const inhabited = ids.filter((id) => hasGuests(guests.get(id)));
  const owners = await readOwners(graph, inhabited, { signal, onProgress: tell("owners") });
  return {
    groups: groups.flatMap((group) => {
      const found = guests.get(group.id);
      if (found === undefined || found === null) return [];
      const ownerIds = owners.get(group.id) ?? null;
      return [{ group, directGuestIds: found.direct, nestedGuestIds: found.nested, ownerIds }];
    }),
    unread: groups.filter(({ id }) => guests.get(id) === null),
  };
}

function hasGuests(found: GuestsOfGroup | null | undefined): boolean {
  if (found === undefined || found === null) return false;
  return found.direct.length > 0 || (found.nested ?? []).length > 0;
}
