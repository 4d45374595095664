import { mintId } from "@/lib/services/mint-id";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/lib/contract/api-error";
import type { OperationRow } from "@/lib/contract/history";
import { keys } from "@/lib/queries/keys";
import { flushOutbox } from "@/lib/runner/flush-outbox";
import { useServices } from "@/lib/services/services";
import { useRunnerServices } from "@/lib/services/use-runner-services";
import { type Correction, correctionEntries } from "./correction-entries";

interface CorrectionOf {
  readonly row: OperationRow;
  readonly correction: Correction;
}

/** Records a person's correction of an outcome, under the plan's lease. The directory is not touched. */
export function useCorrectOutcome() {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  return useMutation<null, Error, CorrectionOf>({
    mutationFn: async ({ row, correction }) => {
      // Outcomes in this browser's outbox are older than the correction, so they go first.
      await flushOutbox(services);
      const recorded = await services.leases.hold(row.operation.planId, "read", ({ fence }) => {
        const entries = [...correctionEntries(row, correction, { fence, mintId })];
        return services.append({ entries, cards: [] });
      });
      if (recorded === null) {
        throw new ApiError("conflict", "This plan is being carried out or resolved now.");
      }
      return null;
    },
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.unresolved(me) }),
        client.invalidateQueries({ queryKey: keys.histories(me) }),
      ]);
    },
  });
}
