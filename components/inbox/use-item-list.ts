"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { GridHandle } from "@/components/grid/virtual-grid";
import { type Answers, type Decisions, decisionsWith, type Item, nextUndecided } from "./answer";
import type { Inbox } from "./inbox";

/** Which items are listed, and in which order. */
export interface ItemFilter<I extends Item, Decision extends string> {
  /** The items that match, in their order. */
  readonly select: (items: readonly I[], decisions: Decisions<I, Decision>) => readonly I[];
  /** Whether an item that was listed still matches, by how it is decided by now. */
  readonly matches: (item: I, decisions: Decisions<I, Decision>) => boolean;
}

export interface ItemListInput<I extends Item, Decision extends string> {
  readonly inbox: Pick<Inbox<I, Decision>, "decisionOf">;
  readonly items: readonly I[];
  readonly answers: Answers<I, Decision>;
  /** The list is made anew when this is another. */
  readonly filter: ItemFilter<I, Decision>;
  /** The active item, where the address names one. */
  readonly activeId: string | null;
  readonly onActive: (itemId: string) => void;
}

/**
 * The items that match, and the active one among them: the first undecided item where the address names none. An item
 * that is decided meanwhile stays listed until the filter changes or `refresh`: rows that leave under the eyes of a fast
 * reader would take the place of the active one.
 */
export function useItemList<I extends Item, Decision extends string>(
  input: ItemListInput<I, Decision>,
) {
  const { items, answers, filter, activeId, onActive } = input;
  const { decisionOf } = input.inbox;
  const grid = useRef<GridHandle>(null);
  const decisions = useMemo(() => decisionsWith(decisionOf, answers), [decisionOf, answers]);

  const [refreshes, setRefreshes] = useState(0);
  const latest = useRef(decisions);
  latest.current = decisions;
  // Answers alone do not move the rows: `refreshes` counts how often the list as it is now was asked for.
  const shown = useMemo(() => filter.select(items, latest.current), [items, filter, refreshes]);
  const staleCount = useMemo(
    () => shown.filter((item) => !filter.matches(item, decisions)).length,
    [shown, filter, decisions],
  );

  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const next = (from: I | null) =>
    nextUndecided(shown, from?.id ?? null, (item) => decisions.of(item) === null);
  const [firstId, setFirstId] = useState<string | null>(null);
  const first = firstId === null ? (next(null) ?? shown[0]) : undefined;
  // Chosen once: more items may arrive, and must not take the place of the active one.
  if (first !== undefined) setFirstId(first.id);
  const item = byId.get(activeId ?? "") ?? byId.get(firstId ?? "") ?? null;
  const index = item === null ? -1 : shown.indexOf(item);
  useScrollAnchor(index, shown, grid);

  /** Makes an item the active one; `focus` brings the person there in the list too. */
  const goTo = (to: I, focus: boolean) => {
    if (to.id !== activeId) onActive(to.id);
    const place = shown.indexOf(to);
    if (place >= 0) grid.current?.goTo(place, focus);
  };
  return {
    grid,
    decisions,
    shown,
    /** Rows that stay in view although the filter would leave them out by now. */
    staleCount,
    refresh: () => {
      setRefreshes((before) => before + 1);
    },
    byId,
    item,
    /** The next undecided item after one; null when nothing else is undecided. */
    next,
    goTo,
    step: (by: 1 | -1, focus: boolean) => {
      const to = shown[index + by];
      if (to !== undefined) goTo(to, focus);
    },
    /** Back to the list, where the keys work. */
    focusList: () => {
      if (index >= 0) grid.current?.goTo(index, true);
    },
  };
}

/** Keeps the grid at the active item when its rows move, and the focus with it where it was there. */
function useScrollAnchor(
  index: number,
  rows: readonly unknown[],
  grid: { readonly current: GridHandle | null },
): void {
  const last = useRef<{ readonly rows: readonly unknown[]; readonly index: number } | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = { rows, index };
    if (index < 0 || before?.rows === rows || before?.index === index) return;
    const hasFocus = document.activeElement?.closest('[role="grid"]') != null;
    grid.current?.goTo(index, hasFocus);
  }, [index, rows, grid]);
}
