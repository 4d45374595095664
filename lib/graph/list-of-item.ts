import { bodyOfItem } from "./read-in-batches";
import type { BatchAnswer, Graph, ReadOptions } from "./graph";
import "./jitless";
import { z } from "zod";

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
