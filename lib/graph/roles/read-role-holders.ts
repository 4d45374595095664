import type { BatchAnswer, Graph } from "../graph";
import { GraphError } from "../graph-error";
import "../jitless";
import { z } from "zod";

const heldOnWire = z.object({ value: z.array(z.object({ id: z.string() })) });

/** https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export const ROLE_SCOPES = ["User.Read.All", "Directory.Read.All"] as const;

/**
 * Those of these people who hold a directory role for the whole tenant, directly or through a group. Throws when
 * that cannot be said of every one: a protection that was not looked for is none.
 */
export async function readRoleHolders(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const answers = await graph.batch(
    ids.map((id) => ({
      id,
      method: "GET",
      path: `/users/${encodeURIComponent(id)}/transitiveMemberOf/microsoft.graph.directoryRole?$select=id&$count=true`,
      headers: { ConsistencyLevel: "eventual" },
    })),
    { scopes: ROLE_SCOPES, ...(signal && { signal }) },
  );
  return new Set(ids.filter((id) => holdsRole(answers.get(id))));
}

function holdsRole(answer: BatchAnswer | undefined): boolean {
  // Who is not in the directory any more holds nothing there.
  if (answer?.status === 404) return false;
  const held = heldOnWire.safeParse(answer?.body);
  if (answer?.status === 200 && held.success) return held.data.value.length > 0;
  const kind = answer?.status === 403 ? "forbidden" : "unavailable";
  throw new GraphError(kind, "Directory roles could not be read", {
    ...(answer && { status: answer.status }),
  });
}
