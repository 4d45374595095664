"use client";

import {
  AUDIT_LOG_READ_ALL,
  DIRECTORY_READ_ALL,
  GROUP_MEMBER_READ_ALL,
  USER_READ_ALL,
} from "@/lib/domain/graph-scopes";
import { useMemo } from "react";
import { useNamedSet, usePrivilegedSet } from "@/components/directory/named-set";
import { useGroupsWithGuests } from "@/lib/queries/groups";
import { useInviters } from "@/lib/queries/inviters";
import { groupSet, invitedBySet, type SetFilters } from "./use-guest-list";

/** Why the members of a set are not known. */
export interface SetProblem {
  readonly error: Error;
  readonly what: string;
  readonly scopes: readonly string[];
  readonly retry: () => void;
}

const NO_GROUPS: readonly string[] = [];

/**
 * Reads what the filters ask for and the list itself does not know: who holds a role, whom somebody invited, who is in a
 * group. Null unless one of them could not be read.
 */
export function useGuestSets({ privileged, inviter, group }: SetFilters): SetProblem | null {
  const holders = usePrivilegedSet(privileged);
  const inviters = useInviters({ enabled: inviter !== null });
  const groups = useGroupsWithGuests(group === null ? NO_GROUPS : [group], {
    nested: true,
    enabled: group !== null,
  });

  const invited = useMemo(() => invitedBy(inviters.data, inviter), [inviters.data, inviter]);
  useNamedSet(inviter === null ? null : invitedBySet(inviter), inviters.isError ? null : invited);
  const members = useMemo(() => membersOf(groups.data), [groups.data]);
  useNamedSet(group === null ? null : groupSet(group), groups.isError ? null : members);

  const isGroupUnread = (groups.data?.unread.length ?? 0) > 0;
  if (privileged && holders.isError) {
    const retry = () => void holders.refetch();
    return { error: holders.error, what: "the directory roles", scopes: ROLES, retry };
  }
  if (inviter !== null && inviters.isError) {
    const retry = () => void inviters.refetch();
    return { error: inviters.error, what: "the audit log", scopes: AUDIT, retry };
  }
  if (group !== null && (groups.isError || isGroupUnread)) {
    const error = groups.error ?? new Error("The members of the group could not be read.");
    return { error, what: "the group", scopes: GROUP, retry: () => void groups.refetch() };
  }
  return null;
}

const ROLES = [DIRECTORY_READ_ALL];
const AUDIT = [AUDIT_LOG_READ_ALL];
/** Also for the list of groups to choose from. */
export const GROUP = [GROUP_MEMBER_READ_ALL, USER_READ_ALL];

type Inviters = NonNullable<ReturnType<typeof useInviters>["data"]>;

function invitedBy(inviters: Inviters | undefined, id: string | null) {
  if (inviters === undefined || id === null) return undefined;
  return [...inviters].filter(([, inviter]) => inviter.id === id).map(([guestId]) => guestId);
}

type GroupsOfGuests = NonNullable<ReturnType<typeof useGroupsWithGuests>["data"]>;

/** Null where it could not be read; a group that is gone has nobody. */
function membersOf(read: GroupsOfGuests | undefined): readonly string[] | null | undefined {
  if (read === undefined) return undefined;
  if (read.unread.length > 0) return null;
  return read.groups.flatMap(({ directGuestIds, nestedGuestIds }) => [
    ...directGuestIds,
    ...(nestedGuestIds ?? []),
  ]);
}
