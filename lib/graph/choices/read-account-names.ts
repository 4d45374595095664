import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { AccountName } from "@/lib/domain/account-name";
import type { Graph } from "../graph";
import { readInBatches } from "../batch";
import "../jitless";
import { z } from "zod";

/** https://learn.microsoft.com/graph/api/user-get#permissions */
const ACCOUNT_SCOPES = [USER_READ_ALL] as const;

const accountOnWire = z.object({
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Who these accounts are, members and guests alike, twenty to a request. */
export async function readAccountNames(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, AccountName>> {
  const requests = [...new Set(ids)].map((id) => ({
    id,
    method: "GET" as const,
    path: `/users/${encodeURIComponent(id)}?$select=id,displayName,userPrincipalName`,
  }));
  const answers = await readInBatches(graph, requests, { scopes: ACCOUNT_SCOPES, signal });
  return new Map(requests.map(({ id }) => [id, nameFrom(answers.get(id))]));
}

function nameFrom(
  answer: { readonly status: number; readonly body: unknown } | undefined,
): AccountName {
  if (answer?.status === 404) return { kind: "not-found" };
  const account = accountOnWire.safeParse(answer?.body);
  if (answer?.status !== 200 || !account.success) return { kind: "unread" };
  const { displayName = null, userPrincipalName = null } = account.data;
  return { kind: "found", displayName, userPrincipalName };
}
