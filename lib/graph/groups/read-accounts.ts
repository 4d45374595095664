import type { Graph } from "../graph";
import { readInBatches } from "../read-in-batches";

/** Whether an account is in the directory; deleted ones are gone, also while they could be restored. */
export type AccountState = "there" | "gone" | "unread";

/** https://learn.microsoft.com/graph/api/user-get#permissions */
const ACCOUNT_SCOPES = ["User.Read.All"] as const;

/** Which of these accounts are still there, twenty to a request. */
export async function readAccounts(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, AccountState>> {
  const wanted = [...new Set(ids)];
  const asked = wanted.map((id) => ({
    id,
    method: "GET" as const,
    path: `/users/${encodeURIComponent(id)}?$select=id`,
  }));
  const answers = await readInBatches(graph, asked, { scopes: ACCOUNT_SCOPES, signal });
  return new Map(wanted.map((id) => [id, stateOf(answers.get(id)?.status)]));
}

function stateOf(status: number | undefined): AccountState {
  if (status === 200) return "there";
  return status === 404 ? "gone" : "unread";
}
