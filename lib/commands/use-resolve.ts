import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { readWholeHistory } from "@/lib/queries/read-history";
import type { DecidedRow, IntendedRow } from "@/lib/queries/unsettled";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { type Resolved, resolveUnknown } from "@/lib/runner/resolve";
import { toUnresolved } from "./to-unresolved";
import { useRunnerServices } from "@/lib/services/use-runner-services";

/** Settles decisions without an outcome by reading the directory; rows are those of `useUnsettled`. */
export function useResolve() {
  const services = useRunnerServices();
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation<readonly Resolved[], Error, readonly (DecidedRow | IntendedRow)[]>({
    mutationFn: async (rows) => {
      await flushOutbox(services);
      // What the page has may be settled by now, by what this tab has just sent or by somebody else.
      const open = await readWholeHistory(api, { result: "unsettled" });
      const openIds = new Set(open.map(({ id }) => id));
      const isOpen = (row: DecidedRow | IntendedRow) => isSettled(row) || openIds.has(row.id);
      return await resolveUnknown(rows.filter(isOpen).flatMap(toUnresolved), services);
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
