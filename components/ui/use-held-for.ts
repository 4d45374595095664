"use client";

import { useEffect, useState } from "react";

/** Whether a condition has held without a break for some time and still does. */
export function useHeldFor(isActive: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  if (!isActive && lasts) setLasts(false);
  useEffect(() => {
    if (!isActive) return;
    const timer = setTimeout(() => {
      setLasts(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isActive, milliseconds]);
  return isActive && lasts;
}
