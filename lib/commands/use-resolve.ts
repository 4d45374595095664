import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { readWholeHistory } from "@/lib/queries/read-history";
import type { OperationRow } from "@/lib/contract/history";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { type Resolved, resolveUnknown } from "@/lib/runner/resolve-unknown";
import { toUnresolved } from "./to-unresolved";
import { useRunnerServices } from "@/lib/services/use-runner-services";

/** Resolves operations without an outcome by reading the directory; rows are those of `useUnresolved`. */
export function useResolve() {
  const services = useRunnerServices();
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation<readonly Resolved[], Error, readonly OperationRow[]>({
    mutationFn: async (rows) => {
      await flushOutbox(services);
      // What the page has may be resolved by now, by what this tab has just sent or by somebody else.
      const open = await readWholeHistory(api, { result: "unresolved" });
      const openIds = new Set(open.map(({ id }) => id));
      const isOpen = (row: OperationRow) => isResolved(row) || openIds.has(row.id);
      return await resolveUnknown(rows.filter(isOpen).map(toUnresolved), services);
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.unresolved(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}

/** A known outcome that is looked at again, to be put right. */
function isResolved({ outcome }: OperationRow): boolean {
  return outcome !== null && outcome.result !== "unknown";
}
