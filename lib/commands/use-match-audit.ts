import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Outcome } from "@/lib/domain/outcome";
import { ApiError } from "@/lib/queries/api-error";
import { useDoors } from "@/lib/queries/doors";
import { keys } from "@/lib/queries/keys";
import type { DecidedRow } from "@/lib/queries/unsettled";
import { matchAudit } from "./match-audit";
import { toUnsettledDecision } from "./to-unsettled";
import { useDoorsToAct } from "./use-doors-to-act";

/** Looks for Entra's own record of a decision, and writes it into the history; null when there is none yet. */
export function useMatchAudit() {
  const doors = useDoorsToAct();
  const { me } = useDoors();
  const client = useQueryClient();
  return useMutation<Outcome | null, Error, DecidedRow>({
    mutationFn: async (row) => {
      const [auditable] = toUnsettledDecision(row);
      if (auditable === undefined) return null;
      const outcome = await matchAudit(auditable, doors.graph);
      if (outcome === null) return null;
      const { id: decisionId, guestId } = auditable;
      const id = doors.mintId();
      const entry = { id, kind: "carried-out", decisionId, guestId, outcome } as const;
      const recorded = await doors.leases.hold(row.planId, async ({ fence }) => {
        await doors.append({ entries: [{ ...entry, fence }], cards: [] });
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
