"use client";

import { useEffect, useState } from "react";

/** Whether something has been so without a break for a while, and still is. */
export function useLasting(isSo: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  if (!isSo && lasts) setLasts(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => {
      setLasts(true);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [isSo, milliseconds]);
  return isSo && lasts;
}
