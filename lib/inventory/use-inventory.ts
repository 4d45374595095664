"use client";

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { GuestQuery, GuestRow, Neighbors, Overview, Progress } from "./inventory";
import { type GuestsView, QueryView } from "./query-view";
import { firstReport, inventory, latestReport, onReport } from "./tab-inventory";

export { inventory, openInventory } from "./tab-inventory";

/** How far the reading is. */
export function useProgress(): Progress {
  return useSyncExternalStore(
    onReport,
    () => latestReport().progress,
    () => firstReport().progress,
  );
}

/** Grows whenever anything in the list may have changed. */
function useInventoryVersion(): number {
  return useSyncExternalStore(
    onReport,
    () => latestReport().version,
    () => firstReport().version,
  );
}

/** The answer to a query and its rows, kept up to date while the list is read. */
export function useGuests(query: GuestQuery): GuestsView & { readonly upToDate: boolean } {
  const [view] = useState(() => new QueryView(lazily, console.error));
  const version = useInventoryVersion();
  const key = JSON.stringify(query);
  useEffect(() => {
    view.ask(JSON.parse(key) as GuestQuery);
  }, [view, key]);
  useEffect(() => {
    view.outdated();
  }, [view, version]);
  useEffect(
    () => () => {
      view.close();
    },
    [view],
  );
  const snapshot = useSyncExternalStore(view.subscribe, view.snapshot, view.snapshot);
  // After a change of the list the old answer is still shown, and must not count as final.
  const upToDate = snapshot.answer !== null && snapshot.answer.version >= version;
  return useMemo(() => ({ ...snapshot, upToDate }), [snapshot, upToDate]);
}

/** One guest of the list, kept up to date; null when the list does not have them. */
export function useGuest(id: string): { readonly row: GuestRow | null; readonly pending: boolean } {
  const version = useInventoryVersion();
  const [found, setFound] = useState<{ id: string; row: GuestRow | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    inventory()
      .rows([id])
      .then(([row]) => {
        if (isCurrent) setFound({ id, row: row ?? null });
      })
      .catch(console.error);
    return () => {
      isCurrent = false;
    };
  }, [id, version]);
  return found?.id === id ? { row: found.row, pending: false } : { row: null, pending: true };
}

/**
 * Who is before and after a guest in the answer to a query, looked up again with each `version` of it; null while that is
 * not known. Who leaves the list, for example blocked among those who are active, keeps the neighbors they had.
 */
export function useNeighbors(
  query: GuestQuery,
  id: string,
  version: number | null,
): Neighbors | null {
  const key = JSON.stringify(query);
  const [found, setFound] = useState<{
    readonly id: string;
    readonly key: string;
    readonly neighbors: Neighbors | null;
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    inventory()
      .neighbors(JSON.parse(key) as GuestQuery, id)
      .then((neighbors) => {
        if (!isCurrent) return;
        setFound((before) =>
          neighbors === null && before?.id === id && before.key === key
            ? before
            : { id, key, neighbors },
        );
      })
      .catch(console.error);
    return () => {
      isCurrent = false;
    };
  }, [key, id, version]);
  return found?.id === id && found.key === key ? found.neighbors : null;
}

const LEAST_BETWEEN_COUNTS_MS = 250;

/** The whole list in numbers; null until first counted, and counted anew a few times a second at most. */
export function useOverview(): Overview | null {
  const version = useInventoryVersion();
  const countedAt = useRef(-Infinity);
  const [overview, setOverview] = useState<Overview | null>(null);
  useEffect(() => {
    const wait = countedAt.current + LEAST_BETWEEN_COUNTS_MS - performance.now();
    const timer = setTimeout(
      () => {
        countedAt.current = performance.now();
        inventory().overview().then(setOverview).catch(console.error);
      },
      Math.max(0, wait),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [version]);
  return overview;
}

/** The worker begins with the first question, so that a page rendered on the server has none. */
const lazily = {
  query: (...args: Parameters<ReturnType<typeof inventory>["query"]>) => inventory().query(...args),
  window: (...args: Parameters<ReturnType<typeof inventory>["window"]>) =>
    inventory().window(...args),
};
