import type { Graph } from "../graph";
import { readInBatches } from "../read-in-batches";
import "../jitless";
import { z } from "zod";

/** Whether an account is in the directory; deleted ones are gone, also while they could be restored. */
export type AccountState = "there" | "gone" | "unread";

/** https://learn.microsoft.com/graph/api/user-list#permissions */
const ACCOUNT_SCOPES = ["User.Read.All"] as const;

/** The most ids that `in` takes: https://learn.microsoft.com/graph/filter-query-parameter#operators-and-functions-supported-in-filter-expressions */
const IDS_AT_ONCE = 15;

const foundOnWire = z.object({ value: z.array(z.object({ id: z.string() })) });

/** Which of these accounts are still there, fifteen to a reading and twenty readings to a request. */
export async function readAccounts(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, AccountState>> {
  const parts = apart([...new Set(ids)]);
  const asked = parts.map((some, place) => ({
    id: `${place}`,
    method: "GET" as const,
    path: `/users?$select=id&$filter=${encodeURIComponent(`id in (${some.map(quoted).join(",")})`)}`,
  }));
  const answers = await readInBatches(graph, asked, { scopes: ACCOUNT_SCOPES, signal });
  const states = new Map<string, AccountState>();
  for (const [place, some] of parts.entries()) {
    const answer = answers.get(`${place}`);
    const found = foundOnWire.safeParse(answer?.body);
    const isRead = answer?.status === 200 && found.success;
    const there = new Set(isRead ? found.data.value.map(({ id }) => id.toLowerCase()) : []);
    for (const id of some) {
      states.set(id, !isRead ? "unread" : there.has(id.toLowerCase()) ? "there" : "gone");
    }
  }
  return states;
}

function apart(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) =>
    ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
  );
}

/** https://learn.microsoft.com/graph/filter-query-parameter: an apostrophe within is written twice. */
const quoted = (id: string) => `'${id.replaceAll("'", "''")}'`;
