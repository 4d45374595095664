import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { readInBatches } from "../read-in-batches";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/directoryrole-list-members#permissions */
export const ROLE_HOLDER_SCOPES = ["Directory.Read.All"] as const;

const holderOnWire = z.object({ id: z.string(), "@odata.type": z.string().optional() });
const pageOnWire = z.object({
  value: z.array(holderOnWire),
  "@odata.nextLink": z.string().optional(),
});

type Holder = z.infer<typeof holderOnWire>;

/**
 * The ids, in lower case, of everybody who holds an activated directory role for the whole tenant, directly or through a
 * group: a few requests, however many guests there are. Throws when not all of it could be read: a protection that was
 * not looked for is none. https://learn.microsoft.com/graph/api/directoryrole-list
 */
export async function readAllRoleHolders(
  graph: Pick<Graph, "batch" | "pages">,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const roles = await readAll(graph, "/directoryRoles?$select=id", signal);
  const holders = await readEach(
    graph,
    roles.map(({ id }) => `/directoryRoles/${id}/members?$select=id`),
    signal,
  );
  const groups = holders.filter((holder) => holder["@odata.type"]?.endsWith(".group") === true);
  const members = await readEach(
    graph,
    [...new Set(groups.map(({ id }) => id))].map(
      (id) => `/groups/${id}/transitiveMembers?$select=id`,
    ),
    signal,
  );
  return new Set([...holders, ...members].map(({ id }) => id.toLowerCase()));
}

/** All rows of many lists, twenty lists to a request; a list of several pages is read by itself. */
async function readEach(
  graph: Pick<Graph, "batch" | "pages">,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Holder[]> {
  const requests = paths.map((path, index) => ({ id: `${index}`, method: "GET" as const, path }));
  const answers = await readInBatches(graph, requests, { scopes: ROLE_HOLDER_SCOPES, signal });
  const found: Holder[] = [];
  for (const { id, path } of requests) {
    const answer = answers.get(id);
    const page = pageOnWire.safeParse(answer?.body);
    if (answer?.status !== 200 || !page.success) {
      const kind = answer?.status === 403 ? "forbidden" : "unavailable";
      throw new GraphError(kind, "Directory roles could not be read", {
        ...(answer && { status: answer.status }),
      });
    }
    const isWhole = page.data["@odata.nextLink"] === undefined;
    found.push(...(isWhole ? page.data.value : await readAll(graph, path, signal)));
  }
  return found;
}

async function readAll(
  graph: Pick<Graph, "batch" | "pages">,
  path: string,
  signal: AbortSignal | undefined,
): Promise<readonly Holder[]> {
  const found: Holder[] = [];
  const options = { scopes: ROLE_HOLDER_SCOPES, schema: holderOnWire, ...(signal && { signal }) };
  for await (const { items } of graph.pages(path, options)) found.push(...items);
  return found;
}
