import type { Guest } from "@/lib/domain/guest";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import "../jitless";
import { z } from "zod";
import { GUEST_KINDS, guestFilter, type GuestKind } from "./guest-filter";
import { GUEST_FIELDS, guestFromWire, guestOnWire, SPONSORS } from "./guest-on-wire";
import { GUEST_SCOPES } from "./guest-scopes";

/** The most that Graph gives at once. https://learn.microsoft.com/graph/api/user-list#optional-query-parameters */
const PAGE = 999;
const MOST_RESTARTS = 3;

/**
 * Every guest and external member, page by page, sign-ins still unread. Somebody may come twice: when people change
 * while they are read, or when a page link expired and a kind was begun anew.
 */
export async function* readGuests(
  graph: Graph,
  signal?: AbortSignal,
): AsyncGenerator<readonly Guest[]> {
  for (const kind of GUEST_KINDS) yield* readKind(graph, kind, signal);
}

async function* readKind(
  graph: Graph,
  kind: GuestKind,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Guest[]> {
  const path = `/users?$select=${GUEST_FIELDS.join(",")}&${guestFilter(kind)}&${SPONSORS}&$top=${PAGE}`;
  const options = { scopes: GUEST_SCOPES, schema: guestOnWire, ...(signal && { signal }) };
  for (let restarts = 0; ; restarts += 1) {
    try {
      for await (const { items } of graph.pages(path, options)) {
        yield items.map((wire) => guestFromWire(wire, "unread"));
      }
      return;
    } catch (cause) {
      if (!isExpiredLink(cause) || restarts >= MOST_RESTARTS) throw cause;
    }
  }
}

/** Seen on large tenants: https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2254 */
function isExpiredLink(cause: unknown): boolean {
  return cause instanceof GraphError && cause.answer.code === "Directory_ExpiredPageToken";
}

/** How many there are of each kind of external people. */
export type GuestCounts = Readonly<Record<GuestKind, number>>;

/**
 * The directory's counts of guests and external members. Its index lags a little. Counted separately, since in a sum
 * additional members would hide missing guests.
 */
export async function countGuests(graph: Graph, signal?: AbortSignal): Promise<GuestCounts> {
  const counts = { guest: 0, member: 0 };
  for (const kind of GUEST_KINDS) {
    counts[kind] = await graph.read(`/users/$count?${guestFilter(kind)}`, {
      scopes: GUEST_SCOPES,
      schema: z.coerce.number().int().nonnegative(),
      headers: { ConsistencyLevel: "eventual" },
      ...(signal && { signal }),
    });
  }
  return counts;
}
