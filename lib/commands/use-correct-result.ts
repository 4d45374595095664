import { mintId } from "@/lib/services/mint-id";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { HistoryRow } from "@/lib/contract/history";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { keys } from "@/lib/queries/keys";
import { appendEntries } from "@/lib/services/api";
import { useServices } from "@/lib/services/services";

interface CorrectionOf {
  readonly row: Extract<HistoryRow, { kind: "review-result" }>;
  readonly now: Pick<ReviewResult, "access" | "notApplied">;
  readonly reason: string;
}

/** Records a person's correction of a review result. The copied result stays in the history. */
export function useCorrectResult() {
  const { api, me } = useServices();
  const client = useQueryClient();
  return useMutation<unknown, Error, CorrectionOf>({
    mutationFn: ({ row, now, reason }) => {
      const { id: corrects, result, guest } = row;
      const replaces = row.correction?.entryId;
      const entry = {
        ...{ id: mintId(), kind: "review-result" as const, corrects },
        result: { ...result, ...now },
        correction: reason,
        ...(replaces !== undefined && { replaces }),
      };
      const { id: subjectId, displayName, mail } = guest;
      // An erased person gets no new card.
      const cards = displayName === null ? [] : [{ subjectId, displayName, mail }];
      return appendEntries(api, { entries: [entry], cards });
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.histories(me) });
    },
  });
}
