import type { Group, GroupWithGuests } from "@/lib/domain/reviews/group";
import type { GuestsOfGroup } from "@/lib/graph/groups/read-guest-members";

interface Found {
  readonly groups: readonly GroupWithGuests[];
  readonly unread: readonly Group[];
}

/**
 * The groups with the guests who are in them only through a group inside, where that was read later; a group of which it could
 * not be read counts as unread altogether.
 */
export function withNested(
  { groups, unread }: Found,
  nested: ReadonlyMap<string, GuestsOfGroup | null>,
): Found {
  const lost = groups.filter(({ group }) => nested.get(group.id) === null);
  return {
    groups: groups
      .filter(({ group }) => nested.get(group.id) !== null)
      .map((each) => {
        const found = nested.get(each.group.id);
        if (found?.nested == null) return each;
        return { ...each, directGuestIds: found.direct, nestedGuestIds: found.nested };
      }),
    unread: [...unread, ...lost.map(({ group }) => group)],
  };
}
