"use client";

import { useLayoutEffect } from "react";

/** Moves focus back to where a panel was opened from when it closes, unless focus is elsewhere by then. */
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
