"use client";

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo } from "react";
import { PRIVILEGED } from "@/components/directory/named-set";
import { type ListState, useListState } from "@/components/list/use-list-state";
import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { STANDING_KINDS, type StandingKind } from "@/lib/domain/standing";
import { type GuestQuery, SORT_KEYS } from "@/lib/inventory/inventory";
import { parseAsDayRange } from "./day-range";

const FILTERS = {
  standing: parseAsArrayOf(parseAsStringLiteral(STANDING_KINDS)).withDefault([]),
  partner: parseAsArrayOf(parseAsString).withDefault([]),
  identity: parseAsArrayOf(parseAsStringLiteral(IDENTITY_CLASSES)).withDefault([]),
  type: parseAsArrayOf(parseAsStringLiteral(["guest", "member"])).withDefault([]),
  sponsor: parseAsStringLiteral(["any", "with", "without"]).withDefault("any"),
  /** A person's id. */
  sponsorId: parseAsString,
  overdue: parseAsBoolean.withDefault(false),
  created: parseAsDayRange,
  seen: parseAsDayRange,
  waiting: parseAsDayRange,
  /** Who holds a directory role. */
  privileged: parseAsBoolean.withDefault(false),
  /** A person's id. */
  inviter: parseAsString,
  /** A group's id. */
  group: parseAsString,
};

const PANEL = { name: "guest" };

/** A set that nobody is known to be in: what the address asks for is not understood, so nobody is found for it. */
const NOT_UNDERSTOOD = "not-understood";

/** The set of those whom one person invited. */
export const invitedBySet = (inviterId: string) => `inviter:${inviterId}`;
/** The set of those in one group, or in a group inside it. */
export const groupSet = (groupId: string) => `group:${groupId}`;

/** The state of a list of guests in the address, and what it asks of the inventory; `only` is a standing that all have. */
export function useGuestList(defaultSort: GuestQuery["sort"], only?: StandingKind) {
  const list = useListState({ filters: FILTERS, sorts: SORT_KEYS, defaultSort, panel: PANEL });
  const { text, filters } = list;
  const sort = list.sort ?? defaultSort;
  const isUnderstood = list.notUnderstood.length === 0;
  const query: GuestQuery = useMemo(
    () => ({
      text,
      standings: only === undefined ? filters.standing : [only],
      partners: filters.partner,
      identityClasses: filters.identity,
      userTypes: filters.type,
      sponsor: filters.sponsor,
      sponsorId: filters.sponsorId,
      overdue: filters.overdue,
      created: filters.created,
      seen: filters.seen,
      waiting: filters.waiting,
      sets: [...setsOf(filters), ...(isUnderstood ? [] : [NOT_UNDERSTOOD])],
      sort,
    }),
    [text, filters, only, sort, isUnderstood],
  );
  return { list, query };
}

/** The filters that ask for sets: see `useGuestSets`. */
export interface SetFilters {
  readonly privileged: boolean;
  readonly inviter: string | null;
  readonly group: string | null;
}

function setsOf(filters: SetFilters): readonly string[] {
  return [
    ...(filters.privileged ? [PRIVILEGED] : []),
    ...(filters.inviter === null ? [] : [invitedBySet(filters.inviter)]),
    ...(filters.group === null ? [] : [groupSet(filters.group)]),
  ];
}

export type GuestFilters = ReturnType<typeof useGuestList>["list"]["filters"];
export type FilterGuests = ListState<GuestFilters>["filter"];
