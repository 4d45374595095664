"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { GuestRow, SortKey } from "@/lib/inventory/inventory";
import { firstReport, latestReport, onReport } from "@/lib/inventory/tab-inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";
import { type FactsView, FactsWindow } from "./facts-window";

/** The guests with these ids that the tab's list of guests has. */
export async function readGuests(
  guestIds: readonly string[],
): Promise<ReadonlyMap<string, GuestRow>> {
  // The worker begins with the first question: there is none about nobody.
  if (guestIds.length === 0) return new Map();
  const rows = await inventory().rows(guestIds);
  return new Map(rows.map((row) => [row.guest.id, row]));
}

/** What the tab's list of guests has of those in view, kept up to date while the list is read. */
export function useGuestFacts(): FactsView<GuestRow> & {
  readonly show: (guestIds: readonly string[]) => void;
} {
  const [facts] = useState(() => new FactsWindow(readGuests, console.error));
  const version = useSyncExternalStore(
    onReport,
    () => latestReport().version,
    () => firstReport().version,
  );
  useEffect(() => {
    facts.outdated();
  }, [facts, version]);
  useEffect(
    () => () => {
      facts.close();
    },
    [facts],
  );
  const view = useSyncExternalStore(facts.subscribe, facts.view, facts.view);
  const show = useCallback(
    (guestIds: readonly string[]) => {
      facts.show(guestIds);
    },
    [facts],
  );
  return { of: view.of, show };
}

/**
 * The place of each guest in the list's own order, so that items can be sorted by what only the list knows without
 * bringing all of it onto the page; null where no order is given, or while it is not known.
 */
export function useGuestPlaces(by: SortKey | null): ReadonlyMap<string, number> | null {
  const { phase } = useProgress();
  const [places, setPlaces] = useState<{
    readonly by: SortKey;
    readonly of: ReadonlyMap<string, number>;
  } | null>(null);
  useEffect(() => {
    if (by === null) return;
    let isCurrent = true;
    inventory()
      .ids({ ...EVERYTHING, sort: { by, descending: false } })
      .then((ids) => {
        if (isCurrent) setPlaces({ by, of: new Map(ids.map((id, place) => [id, place])) });
      })
      .catch(console.error);
    return () => {
      isCurrent = false;
    };
  }, [by, phase]);
  return places?.by === by ? places.of : null;
}
