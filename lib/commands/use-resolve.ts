import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import type { OperationRow } from "@/lib/contract/history";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { type Resolved, resolveUnknown } from "@/lib/runner/resolve-unknown";
import { toUnresolved } from "./to-unresolved";
import { useRunnerServices } from "@/lib/services/use-runner-services";

/** Resolves operations without an outcome by reading the directory; rows are those of `useUnresolved`. */
export function useResolve() {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  return useMutation<readonly Resolved[], Error, readonly OperationRow[]>({
    mutationFn: async (rows) => {
      await flushOutbox(services);
      return await resolveUnknown(rows.map(toUnresolved), services);
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.unresolved(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}
