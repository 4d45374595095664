import { readInBatches, refuseIfAllAre } from "../batch";
import type { BatchAnswer, Graph, Scopes } from "../graph";
import "../jitless";
import { z } from "zod";

/** One collection to read ids from, under a name that the caller chooses. */
export interface RelatedIds {
  readonly id: string;
  readonly path: string;
}

export interface RelatedOptions {
  readonly scopes: Scopes;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  /** Which id of a row to read; by default its own. */
  readonly property?: string;
}

/** Casts and filters of relationships are advanced queries. https://learn.microsoft.com/graph/aad-advanced-queries */
const ADVANCED = { ConsistencyLevel: "eventual" };

/**
 * The ids in many collections, twenty collections to a request. A collection whose owner is gone is missing; one that
 * could not be read has null. Throws when not one could be read and all were refused.
 */
export async function readRelatedIds(
  graph: Graph,
  collections: readonly RelatedIds[],
  options: RelatedOptions,
): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const { scopes, signal, onProgress } = options;
  const requests = collections.map(({ id, path }) => ({
    id,
    method: "GET" as const,
    path,
    headers: ADVANCED,
  }));
  const answers = await readInBatches(graph, requests, {
    scopes,
    signal,
    onAnswers: (_, done) => onProgress?.(done, requests.length),
  });
  refuseIfAllAre(answers, "related objects");
  const found = new Map<string, readonly string[] | null>();
  for (const { id, path } of collections) {
    const answer = answers.get(id);
    if (answer?.status !== 404) found.set(id, await idsIn(graph, answer, path, options));
  }
  return found;
}

async function idsIn(
  graph: Graph,
  answer: BatchAnswer | undefined,
  path: string,
  { scopes, signal, property = "id" }: RelatedOptions,
): Promise<readonly string[] | null> {
  const row = z
    .looseObject({})
    .transform((wire) => wire[property])
    .pipe(z.string());
  const page = z
    .object({ value: z.array(row), "@odata.nextLink": z.string().nullish() })
    .safeParse(answer?.body);
  if (answer?.status !== 200 || !page.success) return null;
  if (typeof page.data["@odata.nextLink"] !== "string") return page.data.value;
  // More than one page is rare. It is read anew, since only a reading of its own may follow its links.
  const ids = new Set<string>();
  const pages = graph.pages(path, {
    scopes,
    schema: row,
    headers: ADVANCED,
    ...(signal && { signal }),
  });
  for await (const { items } of pages) for (const id of items) ids.add(id);
  return [...ids];
}
