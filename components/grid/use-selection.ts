"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import type { GridSelection } from "./grid-header";

type Everybody = () => Promise<readonly string[]>;

interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** The row that was toggled last: where a range begins. */
  readonly anchor: string | null;
  /** What was chosen before the range. A range that is drawn shorter gives up the rest of it. */
  readonly base: ReadonlySet<string>;
  /** The list all of which was chosen. Under another filter as many chosen ones may be others. */
  readonly of: Everybody | null;
}

const NOBODY: Chosen = { ids: new Set(), anchor: null, base: new Set(), of: null };

/**
 * Which guests are chosen, by id; choosing all asks the list for everybody who matches, in view or not. `version` says
 * that others may match although their number is the same.
 */
export function useSelection(total: number, everybody: Everybody, version?: number) {
  const [{ ids, of }, setChosen] = useState(NOBODY);
  const matching = useMatching(ids.size > 0, everybody, total, version);
  const isAll = of === everybody && ids.size >= total;
  const clear = useCallback(() => {
    setChosen(NOBODY);
  }, []);
  const selection: GridSelection = useMemo(
    () => ({
      size: ids.size,
      isAll,
      has: (id) => ids.has(id),
      toggle: (id) => {
        setChosen((before) => {
          const after = new Set(before.ids);
          if (!after.delete(id)) after.add(id);
          return { ids: after, anchor: id, base: after, of: before.of };
        });
      },
      extendTo: (id) => {
        // The rows in between may be out of view: the list knows their order.
        void everybody().then((all) => {
          setChosen((before) => extended(before, id, all));
        });
      },
      toggleAll: () => {
        if (isAll) clear();
        else {
          void everybody().then((all) => {
            const everyone = new Set(all);
            setChosen({ ids: everyone, anchor: null, base: everyone, of: everybody });
          });
        }
      },
    }),
    [ids, isAll, everybody, clear],
  );
  const choose = useCallback((chosen: readonly string[]) => {
    const everyone = new Set(chosen);
    setChosen({ ids: everyone, anchor: null, base: everyone, of: null });
  }, []);
  const hidden = useMemo(() => {
    // Who was chosen as "all that match" does match, and the list is not asked again.
    const gone = isAll || matching === null ? [] : [...ids].filter((id) => !matching.has(id));
    return {
      count: gone.length,
      unselect: () => {
        if (matching !== null) choose([...ids].filter((id) => matching.has(id)));
      },
    };
  }, [ids, isAll, matching, choose]);
  return { ids, selection, hidden, clear, choose };
}

/** The ids of all that match, once something is chosen; null while that is not known. */
function useMatching(isNeeded: boolean, everybody: Everybody, total: number, version?: number) {
  const [answer, setAnswer] = useState<{ ids: ReadonlySet<string>; to: Everybody } | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    let isCurrent = true;
    void everybody().then((ids) => {
      if (isCurrent) setAnswer({ ids: new Set(ids), to: everybody });
    });
    return () => {
      isCurrent = false;
    };
  }, [isNeeded, everybody, total, version]);
  return answer?.to === everybody ? answer.ids : null;
}

function extended(before: Chosen, id: string, all: readonly string[]): Chosen {
  const to = all.indexOf(id);
  const from = before.anchor === null ? -1 : all.indexOf(before.anchor);
  if (to < 0) return before;
  if (from < 0) {
    const base = before.ids;
    return { ids: new Set([...base, id]), anchor: id, base, of: before.of };
  }
  const range = all.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...before, ids: new Set([...before.base, ...range]) };
}
