"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { SortKey } from "@/lib/inventory/inventory";
import { firstReport, latestReport, onReport } from "@/lib/inventory/tab-inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";
import { type FactsView, FactsWindow } from "./facts-window";

/** The worker begins with the first question, so that a page rendered on the server has none. */
const lazily = {
  rows: (ids: readonly string[]) => inventory().rows(ids),
};

/** What the tab's list of guests knows of those in view, kept up to date while it is read. */
export function useGuestFacts(): FactsView & {
  readonly look: (guestIds: readonly string[]) => void;
} {
  const [facts] = useState(() => new FactsWindow(lazily, console.error));
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
  const look = useCallback(
    (guestIds: readonly string[]) => {
      facts.look(guestIds);
    },
    [facts],
  );
  return { of: view.of, look };
}

/**
 * The place of each guest in the list's own order, so that items can be sorted by what only the list knows without
 * bringing all of it onto the page; null where no such order is asked for or none is known.
 */
export function useGuestPlaces(by: SortKey | null): ReadonlyMap<string, number> | null {
  const { phase } = useProgress();
  const [places, setPlaces] = useState<{
    readonly by: SortKey;
    readonly of: ReadonlyMap<string, number>;
  } | null>(null);
  useEffect(() => {
    if (by === null) return;
    let wanted = true;
    inventory()
      .ids({ ...EVERYTHING, sort: { by, descending: false } })
      .then((ids) => {
        if (wanted) setPlaces({ by, of: new Map(ids.map((id, place) => [id, place])) });
      })
      .catch(console.error);
    return () => {
      wanted = false;
    };
  }, [by, phase]);
  return places?.by === by ? places.of : null;
}
