import { bodyOfItem } from "./batch-item";
import type { BatchAnswer, Graph, ReadOptions } from "./graph";
import "./jitless";
import { z } from "zod";

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
  const pageOnWire = z.object({
    value: z.array(options.schema),
    "@odata.nextLink": z.string().nullish(),
  });
  const page = bodyOfItem(answer, pageOnWire, path.split("?", 1).join(""));
  if (page["@odata.nextLink"] == null) return page.value;
  return await allItems(graph, path, options);
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
