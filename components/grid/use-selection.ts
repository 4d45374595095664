"use client";

import { useCallback, useMemo, useState } from "react";
import type { GridSelection } from "./grid-header";

/** Which guests are chosen, by id; choosing all asks the list for everybody who matches, in view or not. */
export function useSelection(total: number, everybody: () => Promise<readonly string[]>) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const clear = useCallback(() => {
    setIds(new Set());
  }, []);
  const selection: GridSelection = useMemo(
    () => ({
      size: ids.size,
      has: (id) => ids.has(id),
      toggle: (id) => {
        setIds((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        });
      },
      toggleAll: () => {
        if (ids.size >= total) clear();
        else {
          void everybody().then((all) => {
            setIds(new Set(all));
          });
        }
      },
    }),
    [ids, total, everybody, clear],
  );
  return { ids, selection, clear };
}
