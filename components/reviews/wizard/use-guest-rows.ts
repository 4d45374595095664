"use client";

import { useEffect, useState } from "react";
import type { GuestRow } from "@/lib/inventory/inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";

/** While the list is read, the rows are read anew each time it has grown by this many guests. */
const A_GOOD_MANY = 1_000;

/** The rows that the tab's list has of these guests; null until it has answered once. */
export function useGuestRows(ids: readonly string[]): readonly GuestRow[] | null {
  const { phase, read, signIns } = useProgress();
  const soFar = Math.floor(read / A_GOOD_MANY);
  const [found, setFound] = useState<readonly GuestRow[] | null>(null);
  useEffect(() => {
    let wanted = true;
    inventory()
      .rows(ids)
      .then((rows) => {
        if (wanted) setFound(rows);
      })
      .catch(console.error);
    return () => {
      wanted = false;
    };
  }, [ids, phase, soFar, signIns]);
  return found;
}
