"use client";

import { useCallback, useEffect, useState } from "react";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { GuestRow, Progress } from "@/lib/inventory/inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";

const GUESTS = { ...EVERYTHING, userTypes: ["guest"] } as const;
/** Rows that the worker hands over at once; more would block the page while they are taken in. */
const ROWS_AT_ONCE = 1_000;

interface TabReading<Answer> {
  /** Null until the list has answered once. */
  readonly data: Answer | null;
  /** Whether the whole list was there when it answered, and still is. */
  readonly complete: boolean;
  readonly progress: Progress;
}

interface AgainAfter {
  readonly enabled?: boolean;
  readonly guests?: number;
  readonly signIns?: number;
}

/**
 * Reads something of the tab's list of guests, and reads it again when the list gets further: after so many more guests
 * of the directory or sign-ins as is said here, and with each phase.
 */
function useTabReading<Answer>(
  read: (isCurrent: () => boolean) => Promise<Answer>,
  { enabled = true, guests = Infinity, signIns: signInsRead = Infinity }: AgainAfter,
): TabReading<Answer> {
  const progress = useProgress();
  const { phase, signIns, complete } = progress;
  const part = Math.floor(progress.read / (phase === "sign-ins" ? signInsRead : guests));
  const [answer, setAnswer] = useState<{ data: Answer; complete: boolean } | null>(null);
  useEffect(() => {
    if (!enabled) return;
    let isCurrent = true;
    read(() => isCurrent)
      .then((data) => {
        if (isCurrent) setAnswer({ data, complete });
      })
      .catch(console.error);
    return () => {
      isCurrent = false;
    };
  }, [read, enabled, phase, part, signIns, complete]);
  return {
    data: enabled ? (answer?.data ?? null) : null,
    complete: (answer?.complete ?? false) && complete,
    progress,
  };
}

/** Every guest of the tab's list, by name; without external members, whom no review of guests includes. */
export function useAllGuests(): TabReading<readonly GuestRow[]> {
  return useTabReading(readAll, { guests: 5_000 });
}

/** Ids of all guests, once the directory was read to its end; null before, and where they are not needed. */
export function useGuestIds(enabled: boolean): TabReading<readonly string[]> {
  const { phase } = useProgress();
  const isRead = phase === "sign-ins" || phase === "complete";
  return useTabReading(readIds, { enabled: enabled && isRead });
}

/** The rows that the tab's list has of these guests; null until it has answered once. */
export function useGuestRows(ids: readonly string[]): readonly GuestRow[] | null {
  const read = useCallback(() => inventory().rows(ids), [ids]);
  return useTabReading(read, { guests: 1_000, signIns: 1_000 }).data;
}

const readIds = () => inventory().ids(GUESTS);

async function readAll(isCurrent: () => boolean): Promise<readonly GuestRow[]> {
  const ids = await readIds();
  const rows: GuestRow[] = [];
  for (let start = 0; start < ids.length && isCurrent(); start += ROWS_AT_ONCE) {
    rows.push(...(await inventory().rows(ids.slice(start, start + ROWS_AT_ONCE))));
  }
  return rows;
}
