"use client";

import { useEffect, useState } from "react";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { GuestRow, Progress } from "@/lib/inventory/inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";

const GUESTS = { ...EVERYTHING, userTypes: ["guest"] } as const;
/** So many rows come from the worker at once, so that taking them in is never a long task. */
const AT_ONCE = 1_000;
/** So many guests more, and they are asked for anew while the list is read. */
const A_GOOD_MANY = 5_000;

/** Every guest of the tab's list, by name; external members are left out, since no review of guests asks about them. */
export function useAllGuests(): {
  readonly rows: readonly GuestRow[] | null;
  readonly progress: Progress;
} {
  const progress = useProgress();
  const { phase, read, signIns } = progress;
  const soFar = phase === "directory" ? Math.floor(read / A_GOOD_MANY) : 0;
  const [rows, setRows] = useState<readonly GuestRow[] | null>(null);
  useEffect(() => {
    let wanted = true;
    readAll(() => wanted)
      .then((all) => {
        if (wanted) setRows(all);
      })
      .catch(console.error);
    return () => {
      wanted = false;
    };
  }, [phase, soFar, signIns]);
  return { rows, progress };
}

async function readAll(isWanted: () => boolean): Promise<readonly GuestRow[]> {
  const ids = await inventory().ids(GUESTS);
  const rows: GuestRow[] = [];
  for (let start = 0; start < ids.length && isWanted(); start += AT_ONCE) {
    rows.push(...(await inventory().rows(ids.slice(start, start + AT_ONCE))));
  }
  return rows;
}
