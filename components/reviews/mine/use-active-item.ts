"use client";

import { type RefObject, useMemo, useState } from "react";
import type { GridHandle } from "@/components/grid/virtual-grid";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { Decided } from "./answer";
import { nextUndecided } from "./select-items";
import type { useMineAddress } from "./use-mine-address";

interface ActiveItemInput {
  readonly items: readonly ReviewItem[];
  /** Those that match, in their order. */
  readonly shown: readonly ReviewItem[];
  readonly decidedAs: (item: ReviewItem) => Decided;
  readonly address: Pick<ReturnType<typeof useMineAddress>, "itemId" | "change">;
  readonly grid: RefObject<GridHandle | null>;
}

/** The item that is looked at, kept in the address; the first undecided one where the address names none. */
export function useActiveItem(input: ActiveItemInput) {
  const { items, shown, decidedAs, grid } = input;
  const { itemId, change } = input.address;
  const byId = useMemo(() => new Map(items.map((item) => [item.id, item])), [items]);
  const [firstId, setFirstId] = useState<string | null>(null);
  const first = nextUndecided(shown, null, decidedAs) ?? shown[0];
  // Chosen once: more items may arrive, and must not take the place of the one that is looked at.
  if (firstId === null && first !== undefined) setFirstId(first.id);
  const item = byId.get(itemId ?? "") ?? byId.get(firstId ?? "") ?? null;

  /** Goes to an item; `focus` brings the person there in the list, too. */
  const reach = (to: ReviewItem, focus: boolean) => {
    if (to.id !== itemId) void change({ item: to.id });
    const index = shown.indexOf(to);
    if (index >= 0) grid.current?.goTo(index, focus);
  };
  const step = (by: 1 | -1) => {
    const to = shown[(item === null ? -1 : shown.indexOf(item)) + by];
    if (to !== undefined) reach(to, true);
  };
  /** The next undecided item after one; null when nothing else is undecided. */
  const next = (from: ReviewItem | null) => nextUndecided(shown, from?.id ?? null, decidedAs);
  return { item, byId, reach, step, next };
}
