"use client";

import { useEffect, useState } from "react";
import { EVERYTHING } from "@/lib/inventory/everything";
import type { Progress } from "@/lib/inventory/inventory";
import { inventory, useProgress } from "@/lib/inventory/use-inventory";

const GUESTS = { ...EVERYTHING, userTypes: ["guest"] } as const;

/** Ids of all guests of the tab's list, once the directory was read to its end; null before, and where they are not wanted. */
export function useGuestIds(wanted: boolean): {
  readonly ids: readonly string[] | null;
  readonly progress: Progress;
} {
  const progress = useProgress();
  const { phase, signIns } = progress;
  const asked = wanted && (phase === "sign-ins" || phase === "complete");
  const [ids, setIds] = useState<readonly string[] | null>(null);
  useEffect(() => {
    if (!asked) return;
    let stillWanted = true;
    inventory()
      .ids(GUESTS)
      .then((found) => {
        if (stillWanted) setIds(found);
      })
      .catch(console.error);
    return () => {
      stillWanted = false;
    };
  }, [asked, phase, signIns]);
  return { ids: asked ? ids : null, progress };
}
