"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { GridHandle } from "@/components/grid/virtual-grid";

/** Keeps the grid at the item that is looked at when its rows move, and the focus with it where it was there. */
export function useStayAt(
  index: number,
  rows: readonly unknown[],
  grid: RefObject<GridHandle | null>,
): void {
  const last = useRef<{ readonly rows: readonly unknown[]; readonly index: number } | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = { rows, index };
    if (index < 0 || before?.rows === rows || before?.index === index) return;
    const isThere = document.activeElement?.closest('[role="grid"]') != null;
    grid.current?.goTo(index, isThere);
  }, [index, rows, grid]);
}
