"use client";

import { useSyncExternalStore } from "react";
import { NARROW_SCREEN } from "./narrow";

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(NARROW_SCREEN);
  media.addEventListener("change", changed);
  return () => {
    media.removeEventListener("change", changed);
  };
}

/** Whether the page is as narrow as a phone; never on the server. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW_SCREEN).matches,
    () => false,
  );
}
