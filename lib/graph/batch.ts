import type { Clock } from "./clock";
import { bodyOf } from "./body";
import type { BatchAnswer, BatchRequest, Graph, ReadOptions, Scopes } from "./graph";
import { retryAfterSeconds } from "./retry-after";
import "./jitless";
import { z } from "zod";
import { GraphError } from "./graph-error";
import { kindOfRefusal } from "./refusal";

/** https://learn.microsoft.com/graph/json-batching#batch-size-limitations */
export const BATCH_ITEMS = 20;
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
    for (let start = 0; start < open.length; start += BATCH_ITEMS) {
      const items = open.slice(start, start + BATCH_ITEMS);
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

const refusedOnWire = z.object({ error: z.object({ code: z.string().nullish() }) });

/** The answer of one batch item; throws what a single request would have thrown. */
export function bodyOfItem<T>(
  answer: BatchAnswer | undefined,
  schema: z.ZodType<T>,
  what: string,
): T {
  if (answer === undefined) throw new GraphError("unavailable", `${what}: no answer in the batch`);
  if (answer.status !== 200) throw refusalOfItem(answer, what);
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const { error: cause } = parsed;
  throw new GraphError("malformed", `${what}: an answer of another shape`, {}, { cause });
}

/** Throws where every reading was refused, since then it is the person who may not read, and not one thing. */
export function refuseIfAllAre(answers: ReadonlyMap<string, BatchAnswer>, what: string): void {
  const [first] = answers.values();
  if (first === undefined) return;
  const refused = [...answers.values()].every(({ status }) => status === 401 || status === 403);
  if (refused) throw refusalOfItem(first, what);
}

/** Why an item of a batch was refused. */
function refusalOfItem({ status, body }: BatchAnswer, what: string): GraphError {
  const said = refusedOnWire.safeParse(body);
  const code = said.success ? (said.data.error.code ?? null) : null;
  return new GraphError(kindOfRefusal(status, code, false), `${what}: ${status} ${code ?? ""}`, {
    status,
    ...(code === null ? {} : { code }),
  });
}

interface Page<T> {
  readonly value: readonly T[];
  readonly "@odata.nextLink"?: string | null | undefined;
}

const pages = new WeakMap<z.ZodType, z.ZodType>();

/**
 * All items of a list that was asked for in a batch; where it has several pages it is read again by itself. Throws what a
 * reading of its own would have thrown.
 */
export async function listOfItem<T>(
  graph: Pick<Graph, "pages">,
  answer: BatchAnswer | undefined,
  path: string,
  options: ReadOptions<T>,
): Promise<readonly T[]> {
  const page = bodyOfItem(answer, pageOf(options.schema), path.split("?", 1).join(""));
  if (page["@odata.nextLink"] == null) return page.value;
  return await allItems(graph, path, options);
}

/** Kept with the schema of an item: to build one takes longer than to parse with it. */
function pageOf<T>(schema: z.ZodType<T>): z.ZodType<Page<T>> {
  const cached = pages.get(schema) as z.ZodType<Page<T>> | undefined;
  const page =
    cached ?? z.object({ value: z.array(schema), "@odata.nextLink": z.string().nullish() });
  pages.set(schema, page);
  return page;
}

/** All items of a list, page by page. */
export async function allItems<T>(
  graph: Pick<Graph, "pages">,
  path: string,
  options: ReadOptions<T>,
): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const { items } of graph.pages(path, options)) found.push(...items);
  return found;
}
