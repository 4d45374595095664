"use client";

import { useLayoutEffect } from "react";

/** Leads back to where a guest's panel was opened from when it goes, unless the person has gone elsewhere by then. */
export function useWayBack(guestId: string): void {
  // The layout comes before the panel takes the focus.
  useLayoutEffect(() => {
    const from = document.activeElement;
    return () => {
      queueMicrotask(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && from instanceof HTMLElement) from.focus();
      });
    };
  }, [guestId]);
}
