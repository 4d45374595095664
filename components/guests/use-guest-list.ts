"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs";
import { useMemo } from "react";
import { type ListState, useListState } from "@/components/list/use-list-state";
import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { STANDING_KINDS, type StandingKind } from "@/lib/domain/standing";
import { type GuestQuery, SORT_KEYS } from "@/lib/inventory/inventory";

const FILTERS = {
  standing: parseAsArrayOf(parseAsStringLiteral(STANDING_KINDS)).withDefault([]),
  partner: parseAsArrayOf(parseAsString).withDefault([]),
  identity: parseAsArrayOf(parseAsStringLiteral(IDENTITY_CLASSES)).withDefault([]),
  type: parseAsArrayOf(parseAsStringLiteral(["guest", "member"])).withDefault([]),
  sponsor: parseAsStringLiteral(["any", "with", "without"]).withDefault("any"),
};

const PANEL = { name: "guest" };

/** The state of a list of guests in the address, and what it asks of the inventory; `only` is a standing that all have. */
export function useGuestList(defaultSort: GuestQuery["sort"], only?: StandingKind) {
  const list = useListState({ filters: FILTERS, sorts: SORT_KEYS, defaultSort, panel: PANEL });
  const { text, filters } = list;
  const sort = list.sort ?? defaultSort;
  const query: GuestQuery = useMemo(
    () => ({
      text,
      standings: only === undefined ? filters.standing : [only],
      partners: filters.partner,
      identityClasses: filters.identity,
      userTypes: filters.type,
      sponsor: filters.sponsor,
      sort,
    }),
    [text, filters, only, sort],
  );
  return { list, query };
}

export type GuestFilters = ReturnType<typeof useGuestList>["list"]["filters"];
export type FilterGuests = ListState<GuestFilters>["filter"];
