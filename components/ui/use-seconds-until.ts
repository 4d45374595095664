"use client";

import { useEffect, useState } from "react";

/** Seconds until an instant, counted down; null when it has passed or there is none. */
export function useSecondsUntil(at: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (at === null) return;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, [at]);
  return at !== null && at > now ? Math.ceil((at - now) / 1_000) : null;
}
