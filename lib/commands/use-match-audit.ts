import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Outcome } from "@/lib/domain/outcome";
import { ApiError } from "@/lib/contract/api-error";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import type { OperationRow } from "@/lib/contract/history";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { matchAudit } from "@/lib/runner/match-audit";
import { toUnresolved } from "./to-unresolved";
import { useRunnerServices } from "@/lib/services/use-runner-services";

/** Looks for Entra's own record of an operation, and writes it into the history; null when there is none yet. */
export function useMatchAudit() {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  return useMutation<Outcome | null, Error, OperationRow>({
    mutationFn: async (row) => {
      // Taking the lease makes the ledger refuse this browser's older outcomes, so they go first.
      await flushOutbox(services);
      const outcome = await matchAudit(toUnresolved(row), services.graph);
      if (outcome === null) return null;
      const { id: operationId, planId, guestId } = row.operation;
      const id = services.mintId();
      const entry = { id, kind: "carried-out", operationId, guestId, outcome } as const;
      const recorded = await services.leases.hold(planId, "read", async ({ fence }) => {
        await services.append({ entries: [{ ...entry, fence }], cards: [] });
        return outcome;
      });
      if (recorded === null) throw new ApiError("conflict", "This plan is being carried out.");
      return recorded;
    },
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.unresolved(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}
