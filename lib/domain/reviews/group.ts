/** The properties of a group that decide whether a review of it can be applied. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly kind: "team" | "microsoft-365" | "security" | "mail-enabled-security" | "distribution";
  readonly dynamic: boolean;
  /** Mastered on premises. */
  readonly synced: boolean;
  readonly roleAssignable: boolean;
}

/** A group with the guests that were found in it. */
export interface GroupWithGuests {
  readonly group: Group;
  readonly directGuestIds: readonly string[];
  /** Members only through a nested group; null when that was not read. */
  readonly nestedGuestIds: readonly string[] | null;
  /** Null when they were not read. */
  readonly ownerIds: readonly string[] | null;
}

/** The guests among the members of a group. */
export interface GuestsOfGroup {
  readonly direct: readonly string[];
  /** In it only through a group inside it; null where that was not asked. */
  readonly nested: readonly string[] | null;
}

interface GroupsFound {
  readonly groups: readonly GroupWithGuests[];
  readonly unread: readonly Group[];
}

/**
 * The groups with the guests who are in them only through a group inside, where that was read later; a group of which it could
 * not be read counts as unread altogether.
 */
export function withNested(
  { groups, unread }: GroupsFound,
  nested: ReadonlyMap<string, GuestsOfGroup | null>,
): GroupsFound {
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

/** The guests in no group, through no other group either: no review of groups can ask about them. */
export function guestsInNoGroup(
  guests: readonly { readonly id: string }[],
  groups: readonly GroupWithGuests[],
): readonly string[] {
  const inGroups = new Set(
    groups.flatMap(({ directGuestIds, nestedGuestIds }) => [
      ...directGuestIds,
      ...(nestedGuestIds ?? []),
    ]),
  );
  return guests.flatMap(({ id }) => (inGroups.has(id) ? [] : [id]));
}
