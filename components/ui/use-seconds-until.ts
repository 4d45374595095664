"use client";

import { useCallback, useSyncExternalStore } from "react";

const TICK_MS = 250;

function tick(changed: () => void): () => void {
  const timer = setInterval(changed, TICK_MS);
  return () => {
    clearInterval(timer);
  };
}

const never = () => () => undefined;

/** Seconds until an instant, counted down; null when it has passed or there is none. */
export function useSecondsUntil(at: number | null): number | null {
  const left = useCallback(() => {
    const seconds = at === null ? 0 : Math.ceil((at - Date.now()) / 1_000);
    return seconds > 0 ? seconds : null;
  }, [at]);
  return useSyncExternalStore(at === null ? never : tick, left, () => null);
}
