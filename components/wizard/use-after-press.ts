"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * Does something at once, or after the press of a pointer that is under way. A message that appears because a field was
 * left by pressing a button would move that button away before it is let go, and the press would be lost.
 */
export function useAfterPress(): (action: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      pressed.current = true;
    };
    const letGo = () => {
      pressed.current = false;
      // The click comes right after the pointer was let go.
      setTimeout(() => {
        for (const action of waiting.current.splice(0)) action();
      });
    };
    addEventListener("pointerdown", press, true);
    addEventListener("pointerup", letGo, true);
    addEventListener("pointercancel", letGo, true);
    return () => {
      removeEventListener("pointerdown", press, true);
      removeEventListener("pointerup", letGo, true);
      removeEventListener("pointercancel", letGo, true);
    };
  }, []);
  return useCallback((action) => {
    if (pressed.current) waiting.current.push(action);
    else action();
  }, []);
}
