"use client";

import { useEffect, useMemo } from "react";
import { useServices } from "@/lib/services/services";
import type { TabStorage } from "@/lib/services/tab-storage";

/** Keeps a draft in the tab as it changes: over a reload, and over the way to the consent page. */
export function useStoredDraft<Stored>(storage: TabStorage<Stored>, stored: Stored) {
  const { homeAccountId, tenantId } = useServices().me;
  // The session is a new object whenever a token is asked for, also on the way to the consent page: only another account
  // is a reason to save again.
  const me = useMemo(() => ({ homeAccountId, tenantId }), [homeAccountId, tenantId]);
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
