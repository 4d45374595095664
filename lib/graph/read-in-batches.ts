import type { BatchAnswer, BatchRequest, Graph, Scopes } from "./graph";

/** https://learn.microsoft.com/graph/json-batching#batch-size-limitations */
export const BATCH_ITEMS = 20;
/** Concurrent batches: enough to hide the round trip, too few to be throttled for. */
const CONCURRENT_BATCHES = 4;

export interface InBatches {
  readonly scopes: Scopes;
  readonly signal?: AbortSignal | undefined;
  /** Told after each batch how many of all readings are done, with what that batch was answered. */
  readonly onAnswers?: (answers: ReadonlyMap<string, BatchAnswer>, done: number) => void;
}

/** Any number of readings in as few requests as there can be, a few of those at a time; ids must be unique. */
export async function readInBatches(
  graph: Pick<Graph, "batch">,
  requests: readonly BatchRequest[],
  { scopes, signal, onAnswers }: InBatches,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const all = new Map<string, BatchAnswer>();
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (next < requests.length) {
      signal?.throwIfAborted();
      const items = requests.slice(next, next + BATCH_ITEMS);
      next += items.length;
      const answers = await graph.batch(items, { scopes, ...(signal && { signal }) });
      for (const [id, answer] of answers) all.set(id, answer);
      done += items.length;
      onAnswers?.(answers, done);
    }
  };
  const stopAll = (cause: unknown): never => {
    // What one worker met, the others would meet too.
    next = requests.length;
    throw cause;
  };
  const workers = Math.min(CONCURRENT_BATCHES, Math.ceil(requests.length / BATCH_ITEMS));
  await Promise.all(Array.from({ length: workers }, () => worker().catch(stopAll)));
  return all;
}
