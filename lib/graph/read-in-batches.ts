import type { BatchAnswer, BatchRequest, Graph, ReadOptions, Scopes } from "./graph";
import { GraphError } from "./graph-error";
import { kindOfRefusal } from "./refusal";
import "./jitless";
import { z } from "zod";

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
