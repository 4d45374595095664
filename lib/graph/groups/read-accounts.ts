import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import { readInBatches } from "../batch";
import "../jitless";
import { z } from "zod";

/** What an account is now. Deleted ones are gone, also while they could be restored; "other" is any user type but Guest. */
export type AccountState = "guest" | "other" | "gone" | "unread";

/** https://learn.microsoft.com/graph/api/user-list#permissions */
const ACCOUNT_SCOPES = [USER_READ_ALL] as const;

/** The most ids that `in` takes: https://learn.microsoft.com/graph/filter-query-parameter#operators-and-functions-supported-in-filter-expressions */
const IDS_AT_ONCE = 15;

const usersOnWire = z.object({
  value: z.array(z.object({ id: z.string(), userType: z.string().nullish() })),
});

/** What these accounts are now, fifteen to a reading and twenty readings to a request. */
export async function readAccounts(
  graph: Graph,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, AccountState>> {
  const parts = inParts([...new Set(ids)]);
  const requests = parts.map((some, place) => ({
    id: `${place}`,
    method: "GET" as const,
    path: `/users?$select=id,userType&$filter=${encodeURIComponent(`id in (${some.map(quoted).join(",")})`)}`,
  }));
  const answers = await readInBatches(graph, requests, { scopes: ACCOUNT_SCOPES, signal });
  const states = new Map<string, AccountState>();
  for (const [place, some] of parts.entries()) {
    const answer = answers.get(`${place}`);
    const users = usersOnWire.safeParse(answer?.body);
    const isRead = answer?.status === 200 && users.success;
    const types = new Map(
      isRead ? users.data.value.map(({ id, userType }) => [id.toLowerCase(), userType]) : [],
    );
    for (const id of some) {
      const key = id.toLowerCase();
      if (!isRead) states.set(id, "unread");
      else if (!types.has(key)) states.set(id, "gone");
      else states.set(id, types.get(key) === "Guest" ? "guest" : "other");
    }
  }
  return states;
}

function inParts(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, part) =>
    ids.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
  );
}

/** https://learn.microsoft.com/graph/filter-query-parameter: an apostrophe within is written twice. */
const quoted = (id: string) => `'${id.replaceAll("'", "''")}'`;
