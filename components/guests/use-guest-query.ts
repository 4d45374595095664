"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { IDENTITY_CLASSES } from "@/lib/domain/guest";
import { STANDING_KINDS } from "@/lib/domain/standing";
import { SORT_KEYS, type GuestQuery } from "@/lib/inventory/inventory";

const inUrl = {
  q: parseAsString.withDefault(""),
  standing: parseAsArrayOf(parseAsStringLiteral(STANDING_KINDS)).withDefault([]),
  partner: parseAsArrayOf(parseAsString).withDefault([]),
  identity: parseAsArrayOf(parseAsStringLiteral(IDENTITY_CLASSES)).withDefault([]),
  type: parseAsArrayOf(parseAsStringLiteral(["guest", "member"])).withDefault([]),
  sponsor: parseAsStringLiteral(["any", "with", "without"]).withDefault("any"),
  sort: parseAsStringLiteral(SORT_KEYS),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("asc"),
  guest: parseAsString,
};

const BY_NAME: GuestQuery["sort"] = { by: "name", descending: false };

/** The question that the address asks of the guests, and the guest whose panel is open: a link shows the same. */
export function useGuestQuery(usual: GuestQuery["sort"] = BY_NAME) {
  const [url, change] = useQueryStates(inUrl, { history: "replace", clearOnDefault: true });
  const query: GuestQuery = useMemo(
    () => ({
      text: url.q,
      standings: url.standing,
      partners: url.partner,
      identityClasses: url.identity,
      userTypes: url.type,
      sponsor: url.sponsor,
      sort: { by: url.sort ?? usual.by, descending: url.order === "desc" },
    }),
    [
      url.q,
      url.standing,
      url.partner,
      url.identity,
      url.type,
      url.sponsor,
      url.sort,
      url.order,
      usual.by,
    ],
  );
  return { query, openGuest: url.guest, change };
}

export type ChangeQuery = ReturnType<typeof useGuestQuery>["change"];

/** True when the address narrows the list in any way. */
export function narrows(query: GuestQuery): boolean {
  return (
    query.text !== "" ||
    query.sponsor !== "any" ||
    [query.standings, query.partners, query.identityClasses, query.userTypes].some(
      (chosen) => chosen.length > 0,
    )
  );
}
