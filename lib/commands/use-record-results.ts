import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { cardsFor } from "@/lib/runner/append";
import { recordResults, type RecordedResults } from "./record-results";
import { useRunnerServices } from "@/lib/services/use-runner-services";

type Guests = Parameters<typeof cardsFor>[0];

export interface ResultsToRecord {
  readonly results: readonly ReviewResult[];
  /** Who the guests are, for the cards beside the chain. */
  readonly guests: Guests;
}

/** Copies results of a review into the history and shows how far it is; nothing is changed in the directory. */
export function useRecordResults() {
  const services = useRunnerServices();
  const { me } = useServices();
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const mutation = useMutation<RecordedResults, Error, ResultsToRecord>({
    mutationFn: ({ results, guests }) => {
      setProgress({ done: 0, of: results.length });
      return recordResults(results, cardsFor(guests), services, {
        onProgress: (done, of) => {
          setProgress({ done, of });
        },
      });
    },
    onSettled: async () => {
      setProgress(null);
      await client.invalidateQueries({ queryKey: keys.histories(me) });
    },
  });
  return { ...mutation, progress };
}
