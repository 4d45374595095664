"use client";

import { useState } from "react";
import type { SavedView } from "@/lib/contract/list-preferences";
import { useServices } from "@/lib/services/services";
import { savedViewsStorage } from "./list-preferences-storage";

const NONE: readonly SavedView[] = [];

/** The views that this person saved of a list in this browser. */
export function useSavedViews(list: string) {
  const { me } = useServices();
  const storage = savedViewsStorage(list);
  const [views, setViews] = useState(() => storage.load(me) ?? NONE);
  const reload = () => {
    setViews(storage.load(me) ?? NONE);
  };
  return {
    views,
    /** Another tab may have saved some meanwhile. */
    reload,
    /** False when the browser has no room for them. */
    change: (changed: (views: readonly SavedView[]) => readonly SavedView[]): boolean => {
      const isSaved = storage.save(me, [...changed(storage.load(me) ?? NONE)]);
      reload();
      return isSaved;
    },
  };
}
