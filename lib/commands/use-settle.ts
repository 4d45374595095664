import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useDoors } from "@/lib/queries/doors";
import { keys } from "@/lib/queries/keys";
import type { DecidedRow, IntendedRow } from "@/lib/queries/unsettled";
import { emptySpool, settle, type SettledDecision } from "./settle";
import { toUnsettled } from "./to-unsettled";
import { useDoorsToAct } from "./use-doors-to-act";

/** Settles decisions without an outcome by reading the directory; rows are those of `useUnsettled`. */
export function useSettle() {
  const doors = useDoorsToAct();
  const { me } = useDoors();
  const client = useQueryClient();
  return useMutation<readonly SettledDecision[], Error, readonly (DecidedRow | IntendedRow)[]>({
    mutationFn: async (rows) => {
      await emptySpool(doors);
      return await settle(rows.flatMap(toUnsettled), doors);
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.unsettled(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}
