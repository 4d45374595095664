import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Outcome } from "@/lib/domain/outcome";
import { ApiError } from "@/lib/contract/api-error";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import type { DecidedRow } from "@/lib/queries/unresolved";
import { matchAudit } from "@/lib/runner/match-audit";
import { toUnresolved } from "./to-unresolved";
import { useRunnerServices } from "@/lib/services/use-runner-services";

/** Looks for Entra's own record of a decision, and writes it into the history; null when there is none yet. */
export function useMatchAudit() {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  return useMutation<Outcome | null, Error, DecidedRow>({
    mutationFn: async (row) => {
      const [unresolved] = toUnresolved(row);
      if (unresolved === undefined) return null;
      const outcome = await matchAudit(unresolved, services.graph);
      if (outcome === null) return null;
      const { id: decisionId, guestId } = unresolved.operation;
      const id = services.mintId();
      const entry = { id, kind: "carried-out", decisionId, guestId, outcome } as const;
      const recorded = await services.leases.hold(row.planId, async ({ fence }) => {
        await services.append({ entries: [{ ...entry, fence }], cards: [] });
        return outcome;
      });
      if (recorded === null) throw new ApiError("conflict", "This plan is being carried out.");
      return recorded;
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.histories(me) });
    },
  });
}
