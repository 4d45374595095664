import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useDoors } from "@/lib/queries/doors";
import { keys } from "@/lib/queries/keys";
import { readWholeHistory } from "@/lib/queries/read-history";
import type { DecidedRow, IntendedRow } from "@/lib/queries/unsettled";
import { emptySpool, settle, type SettledDecision } from "./settle";
import { toUnsettled } from "./to-unsettled";
import { useDoorsToAct } from "./use-doors-to-act";

/** Settles decisions without an outcome by reading the directory; rows are those of `useUnsettled`. */
export function useSettle() {
  const doors = useDoorsToAct();
  const { api, me } = useDoors();
  const client = useQueryClient();
  return useMutation<readonly SettledDecision[], Error, readonly (DecidedRow | IntendedRow)[]>({
    mutationFn: async (rows) => {
      await emptySpool(doors);
      // What the page has may be settled by now, by what this tab has just sent or by somebody else.
      const open = await readWholeHistory(api, { result: "unsettled" });
      const openIds = new Set(open.map(({ id }) => id));
      const isOpen = (row: DecidedRow | IntendedRow) => isSettled(row) || openIds.has(row.id);
      return await settle(rows.filter(isOpen).flatMap(toUnsettled), doors);
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.unsettled(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}

/** A known outcome that is looked at again, to be put right. */
function isSettled({ outcome }: DecidedRow | IntendedRow): boolean {
  return outcome !== null && outcome.result !== "unknown";
}
