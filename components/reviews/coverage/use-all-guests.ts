"use client";

import { useEffect, useState } from "react";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { GuestRow, Progress } from "@/lib/inventory/inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";

const GUESTS = { ...EVERYTHING, userTypes: ["guest"] } as const;
/** Rows that come from the worker at once; more would make taking them in a long task. */
const AT_ONCE = 1_000;
/** While the list is read, guests are read anew each time it has grown by this many. */
const A_GOOD_MANY = 5_000;

interface Taken {
  readonly rows: readonly GuestRow[] | null;
  readonly everybody: boolean;
}

/** Every guest of the tab's list, by name; external members are left out, since no review of guests asks about them. */
export function useAllGuests(): {
  readonly rows: readonly GuestRow[] | null;
  /** Whether these rows are everybody: the list may be complete a moment before they are taken from it. */
  readonly everybody: boolean;
  readonly progress: Progress;
} {
  const progress = useProgress();
  const { phase, read, signIns, complete } = progress;
  const soFar = phase === "directory" ? Math.floor(read / A_GOOD_MANY) : 0;
  const [{ rows, everybody }, setTaken] = useState<Taken>({ rows: null, everybody: false });
  useEffect(() => {
    let wanted = true;
    readAll(() => wanted)
      .then((all) => {
        if (wanted) setTaken({ rows: all, everybody: complete });
      })
      .catch(console.error);
    return () => {
      wanted = false;
    };
  }, [phase, soFar, signIns, complete]);
  return { rows, everybody: everybody && complete, progress };
}

async function readAll(isWanted: () => boolean): Promise<readonly GuestRow[]> {
  const ids = await inventory().ids(GUESTS);
  const rows: GuestRow[] = [];
  for (let start = 0; start < ids.length && isWanted(); start += AT_ONCE) {
    rows.push(...(await inventory().rows(ids.slice(start, start + AT_ONCE))));
  }
  return rows;
}
