"use client";

import { useEffect } from "react";
import { useServices } from "@/lib/services/services";
import type { TabStorage } from "@/lib/services/tab-storage";

/** Keeps a draft in the tab as it changes: over a reload, and over the way to the consent page. */
export function useStoredDraft<Stored>(storage: TabStorage<Stored>, stored: Stored) {
  const { me } = useServices();
  useEffect(() => {
    storage.save(me, stored);
  }, [storage, me, stored]);
  return {
    /** The page is left: what was typed beside the draft is stored with it. */
    save: (more: Partial<Stored>) => {
      storage.save(me, { ...stored, ...more });
    },
    clear: () => {
      storage.clear(me);
    },
  };
}
