import { bodyOfItem } from "../batch";
import { systemClock } from "../clock";
import type { BatchAnswer, BatchRequest, Graph } from "../graph";
import "../jitless";
import { z } from "zod";
import { REVIEW_READ_SCOPES } from "./scopes";

/** The default and the most: https://learn.microsoft.com/graph/api/accessreviewinstance-list-decisions */
export const REVIEW_PAGE = 100;
/** From here on pages are asked for together, in batches, instead of one after the other. */
const MANY = 3 * REVIEW_PAGE;
/** Few enough that no batch keeps the page busy for long when it arrives. */
const PAGES_AT_ONCE = 10;

export interface ReviewPage<T> {
  readonly items: readonly T[];
  /** How many there are in all, where the service said so. */
  readonly expected: number | null;
}

export interface ReviewPagesOptions<T> {
  readonly schema: z.ZodType<T>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Every page of a collection of access reviews, each row once. Links are followed where they are given; where a full
 * page comes without one, and where there are many, `$skip` is used as documented.
 */
export async function* readReviewPages<T extends { readonly id: string }>(
  graph: Graph,
  path: string,
  options: ReviewPagesOptions<T>,
): AsyncGenerator<ReviewPage<T>> {
  const fresh = onlyOnce();
  let expected: number | null = null;
  let read = 0;
  let last = 0;
  const pages = graph.pages(path, readOptions(options));
  for await (const { items, count } of pages) {
    // Microsoft's samples have the page's own row count here, so only a number beyond the first page counts.
    if (count !== null && count > items.length) expected = count;
    read += items.length;
    last = items.length;
    yield { items: fresh(items), expected };
    if (last === REVIEW_PAGE && expected !== null && expected > MANY) break;
  }
  const schema = z.object({ value: z.array(options.schema) });
  while (last === REVIEW_PAGE && (expected === null || read < expected)) {
    const skips = skipsFrom(read, expected);
    const answers = await readSkipping(graph, path, skips, options.signal);
    for (const skip of skips) {
      // Each page is parsed in its own turn, so that the tab stays quick while many arrive at once.
      await systemClock.sleep(0, options.signal);
      const { value } = bodyOfItem(answers.get(`${skip}`), schema, "access reviews");
      const items = fresh(value);
      read += value.length;
      last = value.length;
      yield { items, expected };
      // A service that ignores `$skip` would return the same page forever.
      if (items.length === 0) return;
    }
  }
}

/** Filters repeated rows: a row that changes during the reading may be on two pages. */
function onlyOnce(): <T extends { readonly id: string }>(rows: readonly T[]) => readonly T[] {
  const known = new Set<string>();
  return (rows) =>
    rows.filter(({ id }) => {
      const isKnown = known.has(id);
      known.add(id);
      return !isKnown;
    });
}

/** Where the next pages begin: as many as are expected, and one where nobody knows. */
function skipsFrom(read: number, expected: number | null): readonly number[] {
  const left = Math.ceil(((expected ?? 0) - read) / REVIEW_PAGE);
  const pages = Math.min(PAGES_AT_ONCE, Math.max(1, left));
  return Array.from({ length: pages }, (_, index) => read + index * REVIEW_PAGE);
}

/** https://learn.microsoft.com/graph/query-parameters#skip-parameter */
function readSkipping(
  graph: Graph,
  path: string,
  skips: readonly number[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, BatchAnswer>> {
  const joint = path.includes("?") ? "&" : "?";
  const requests = skips.map((skip): BatchRequest => ({
    id: `${skip}`,
    method: "GET",
    path: `${path}${joint}$top=${REVIEW_PAGE}&$skip=${skip}`,
  }));
  return graph.batch(requests, { scopes: REVIEW_READ_SCOPES, ...(signal && { signal }) });
}

function readOptions<T>({ schema, signal }: ReviewPagesOptions<T>) {
  return { scopes: REVIEW_READ_SCOPES, schema, ...(signal && { signal }) };
}
