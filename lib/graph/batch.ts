import type { Clock } from "./clock";
import { bodyOf } from "./body";
import type { BatchAnswer, BatchRequest } from "./graph";
import { retryAfterSeconds } from "./retry-after";
import "./jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/json-batching#batch-size-limitations */
const MOST_ITEMS = 20;
const MOST_ROUNDS = 5;
const RETRYABLE_STATUSES = new Set([429, 502, 503, 504]);

const batchOnWire = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number().int(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown(),
    }),
  ),
});

/** Sends items in rounds until each is answered. Throttled and missing items are sent again. */
export async function readBatch(
  requests: readonly BatchRequest[],
  post: (body: unknown) => Promise<Response>,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const answers = new Map<string, BatchAnswer>();
  let open = requests;
  for (let round = 1; open.length > 0 && round <= MOST_ROUNDS; round += 1) {
    let wait = 0;
    for (let start = 0; start < open.length; start += MOST_ITEMS) {
      const items = open.slice(start, start + MOST_ITEMS);
      wait = Math.max(wait, await askOnce(items, post, answers, clock));
    }
    open = open.filter(({ id }) => RETRYABLE_STATUSES.has(answers.get(id)?.status ?? 429));
    const isLast = open.length === 0 || round === MOST_ROUNDS;
    if (!isLast) await clock.sleep(Math.max(wait, 2 ** (round - 1)) * 1_000, signal);
  }
  return answers;
}

/** Keeps the answers to these items and says how many seconds they ask to wait. */
async function askOnce(
  items: readonly BatchRequest[],
  post: (body: unknown) => Promise<Response>,
  answers: Map<string, BatchAnswer>,
  clock: Clock,
): Promise<number> {
  const batchRequests = items.map(({ path, ...item }) => ({ ...item, url: path }));
  const response = await post({ requests: batchRequests });
  const { responses } = await bodyOf(response, batchOnWire, "/$batch");
  const open = new Set(items.map(({ id }) => id));
  let wait = 0;
  for (const { id, status, headers, body } of responses) {
    // Items come in any order, may be missing, and one that comes twice is taken once.
    if (!open.delete(id)) continue;
    answers.set(id, { status, body });
    const after = Object.entries(headers ?? {}).find(([name]) => /^retry-after$/i.test(name));
    wait = Math.max(wait, retryAfterSeconds(after?.[1] ?? null, clock.now()) ?? 0);
  }
  return wait;
}
