"use client";

import { useCallback, useMemo, useState } from "react";
import type { GridSelection } from "./grid-header";

interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** The row that was toggled last: where a range begins. */
  readonly anchor: string | null;
  /** What was chosen before the range. A range that is drawn shorter gives up the rest of it. */
  readonly base: ReadonlySet<string>;
}

const NOBODY: Chosen = { ids: new Set(), anchor: null, base: new Set() };

/** Which guests are chosen, by id; choosing all asks the list for everybody who matches, in view or not. */
export function useSelection(total: number, everybody: () => Promise<readonly string[]>) {
  const [{ ids }, setChosen] = useState(NOBODY);
  const clear = useCallback(() => {
    setChosen(NOBODY);
  }, []);
  const selection: GridSelection = useMemo(
    () => ({
      size: ids.size,
      has: (id) => ids.has(id),
      toggle: (id) => {
        setChosen((before) => {
          const after = new Set(before.ids);
          if (!after.delete(id)) after.add(id);
          return { ids: after, anchor: id, base: after };
        });
      },
      extendTo: (id) => {
        // The rows in between may be out of view: the list knows their order.
        void everybody().then((all) => {
          setChosen((before) => extended(before, id, all));
        });
      },
      toggleAll: () => {
        if (ids.size >= total) clear();
        else {
          void everybody().then((all) => {
            const everyone = new Set(all);
            setChosen({ ids: everyone, anchor: null, base: everyone });
          });
        }
      },
    }),
    [ids, total, everybody, clear],
  );
  const choose = useCallback((chosen: readonly string[]) => {
    const everyone = new Set(chosen);
    setChosen({ ids: everyone, anchor: null, base: everyone });
  }, []);
  return { ids, selection, clear, choose };
}

function extended(before: Chosen, id: string, all: readonly string[]): Chosen {
  const to = all.indexOf(id);
  const from = before.anchor === null ? -1 : all.indexOf(before.anchor);
  if (to < 0) return before;
  if (from < 0) {
    const base = before.ids;
    return { ids: new Set([...base, id]), anchor: id, base };
  }
  const range = all.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...before, ids: new Set([...before.base, ...range]) };
}
