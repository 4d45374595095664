"use client";

import { guestOf, thingOf } from "@/components/entries/about-entry";
import { PersonName } from "@/components/ui/person-name";
import type { HistoryRow } from "@/lib/contract/history";

/** Whom or what an entry is about, by name. */
export function About({ row }: { readonly row: HistoryRow }) {
  const guest = guestOf(row);
  return guest === null ? (
    <PersonName name={thingOf(row)} />
  ) : (
    <PersonName name={guest.displayName} fallback={`Erased guest ${guest.id}`} />
  );
}
