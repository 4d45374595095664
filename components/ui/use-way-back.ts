"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Moves focus back to where a panel was opened from when it closes, unless focus is elsewhere by then. Who went on to
 * another guest inside the panel comes back to where the first was opened from.
 */
export function useWayBack(guestId: string): void {
  const origin = useRef<Element | null>(null);
  // The layout comes before the panel takes the focus.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isInPanel = activeElement?.closest("[role=dialog]") != null;
    if (origin.current === null || !isInPanel) origin.current = activeElement;
    const from = origin.current;
    return () => {
      queueMicrotask(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && from instanceof HTMLElement) from.focus();
      });
    };
  }, [guestId]);
}
