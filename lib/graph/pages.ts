import type { Graph, GraphPage, ReadOptions } from "./graph";
import { GraphError } from "./graph-error";
import "./jitless";
import { z } from "zod";

/**
 * Every page of a collection, one after the other: links are followed as they are, headers go with each of them, and
 * a link that comes twice ends the reading. https://learn.microsoft.com/graph/paging
 */
export async function* readPages<T>(
  graph: Pick<Graph, "read">,
  path: string,
  options: ReadOptions<T>,
  root: string,
): AsyncGenerator<GraphPage<T>> {
  const schema = z.object({
    value: z.array(options.schema),
    "@odata.count": z.number().int().optional(),
    "@odata.nextLink": z.string().optional(),
  });
  const visited = new Set<string>();
  let next: string | undefined = path;
  while (next !== undefined) {
    if (visited.has(next)) throw new GraphError("malformed", "A page link repeats.");
    visited.add(next);
    const page: z.infer<typeof schema> = await graph.read(next, { ...options, schema });
    yield { items: page.value, count: page["@odata.count"] ?? null };
    const link = page["@odata.nextLink"];
    next = link === undefined ? undefined : pathOfLink(link, root);
  }
}

const PUBLIC_ORIGIN = "https://graph.microsoft.com";
const VERSION = "/v1.0";

/**
 * The path below the version that a page link leads to, its query untouched, whichever name of the root it bears;
 * a link to any other host is refused. https://learn.microsoft.com/graph/paging
 */
export function pathOfLink(link: string, root: string): string {
  if (!URL.canParse(link)) throw new GraphError("malformed", "A page link is no address.");
  const { origin, username } = new URL(link);
  const known = origin === PUBLIC_ORIGIN || origin === new URL(root).origin;
  if (!known || username !== "") {
    throw new GraphError("malformed", `A page link leads to another host: ${origin}`);
  }
  const start = link.indexOf("/", link.indexOf("//") + 2);
  const path = start < 0 ? "" : link.slice(start);
  if (!path.startsWith(`${VERSION}/`)) {
    throw new GraphError("malformed", "A page link leads to another version.");
  }
  return path.slice(VERSION.length);
}
