import { DIRECTORY_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { BATCH_ITEMS } from "../batch";
import {
  application,
  listReachable,
  type Reachable,
  type ReachKind,
  type ReachOptions,
  readHolders,
  readReachOfGuests,
} from "./reach-readings";

/** What a guest reaches without being asked for by a group; null where it could not be read. */
export interface Reach {
  /** Service principals of the applications that were assigned, also through a group. */
  readonly applicationIds: readonly string[] | null;
  /** Templates of the directory roles held, also through a group. */
  readonly roleIds: readonly string[] | null;
}

/** What running reviews are about besides groups. */
export type Reviewed = Readonly<Record<ReachKind, readonly string[]>>;

export interface ReachRequest {
  /** All access of these guests is read. */
  readonly guestIds: readonly string[];
  /** Guests who reach one of these are read too. */
  readonly reviewed?: Reviewed;
  /** The guests in each group that may have been given something; null where they could not be read. */
  readonly groups?: ReadonlyMap<string, readonly string[] | null>;
  readonly signal?: AbortSignal | undefined;
  /** Called at the beginning and after each request with how much of the reading is done. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Lists applications and directory roles too: https://learn.microsoft.com/graph/api/directoryrole-list#permissions */
const REACH_SCOPES = [USER_READ_ALL, DIRECTORY_READ_ALL] as const;

const NOTHING: Reviewed = { applications: [], roles: [] };

/** The direction of reading: what each guest has, or who holds each object. */
interface ReachQueries {
  readonly guestIds: readonly string[];
  readonly objects: readonly Reachable[];
}

type Found = ReadonlyMap<string, readonly string[] | null>;

/**
 * Applications and directory roles of many guests, asked from whichever side has fewer to ask, twenty to a request:
 * 10,000 guests cost what the tenant's applications and roles cost. Who is gone is missing where guests were asked.
 */
export async function readReach(
  graph: Graph,
  request: ReachRequest,
): Promise<ReadonlyMap<string, Reach>> {
  const guestIds = [...new Set(request.guestIds)];
  const options = { scopes: REACH_SCOPES, signal: request.signal };
  const distinctRequest = { ...request, guestIds };
  const queries = {
    applications: await chooseQueries(graph, "applications", distinctRequest, options),
    roles: await chooseQueries(graph, "roles", distinctRequest, options),
  };
  const of = sizeOf(queries.applications) + sizeOf(queries.roles);
  const read = (kind: ReachKind, before: number) =>
    readOneKind(graph, kind, queries[kind], distinctRequest, {
      ...options,
      onProgress: (done) => request.onProgress?.(before + done, of),
    });
  request.onProgress?.(0, of);
  const applications = await read("applications", 0);
  const roles = await read("roles", sizeOf(queries.applications));
  return both(guestIds, applications, roles);
}

const sizeOf = ({ guestIds, objects }: ReachQueries) => guestIds.length + objects.length;

async function chooseQueries(
  graph: Graph,
  kind: ReachKind,
  { guestIds, reviewed = NOTHING }: ReachRequest,
  options: ReachOptions,
): Promise<ReachQueries> {
  const about = reviewed[kind];
  // Few guests cost one request, and a list would be another.
  const few = guestIds.length <= BATCH_ITEMS;
  if (kind === "applications") {
    const all = few ? null : await listReachable(graph, kind, guestIds.length, options);
    return all ? { guestIds: [], objects: all } : { guestIds, objects: about.map(application) };
  }
  if (few && about.length === 0) return { guestIds, objects: [] };
  const all = (await listReachable(graph, kind, Infinity, options)) ?? [];
  if (!few && all.length <= guestIds.length) return { guestIds: [], objects: all };
  return { guestIds, objects: all.filter(({ id }) => about.includes(id)) };
}

async function readOneKind(
  graph: Graph,
  kind: ReachKind,
  queries: ReachQueries,
  { guestIds, reviewed = NOTHING, groups = new Map() }: ReachRequest,
  options: ReachOptions,
): Promise<Found> {
  const own = await readReachOfGuests(graph, kind, queries.guestIds, options);
  const { held, certain } = heldBy(
    await readHolders(graph, kind, queries.objects, {
      ...options,
      onProgress: (done) => options.onProgress?.(queries.guestIds.length + done, sizeOf(queries)),
    }),
    reviewed[kind],
    groups,
  );
  const found = new Map<string, readonly string[] | null>();
  for (const [id, objects] of held) found.set(id, [...objects]);
  if (queries.guestIds.length > 0) {
    for (const id of guestIds) found.delete(id);
    for (const [id, objects] of own) found.set(id, objects && [...new Set(objects)]);
    return found;
  }
  for (const id of guestIds) if (!found.has(id)) found.set(id, certain ? [] : null);
  return found;
}

/** Who holds what, with groups replaced by their guests; not certain where some of it could not be read. */
function heldBy(
  holders: Found,
  reviewed: readonly string[],
  groups: ReadonlyMap<string, readonly string[] | null>,
): { readonly held: ReadonlyMap<string, ReadonlySet<string>>; readonly certain: boolean } {
  const held = new Map<string, Set<string>>();
  let certain = true;
  for (const [object, principals] of holders) {
    if (principals === null && reviewed.includes(object)) {
      throw new GraphError("unavailable", "Who reaches what is under review could not be read");
    }
    if (principals === null) certain = false;
    for (const principal of principals ?? []) {
      const guests = groups.get(principal);
      if (guests === null) certain = false;
      // A group that may hold a role has no groups inside, and applications do not reach those inside either.
      for (const id of guests ?? [principal]) held.set(id, (held.get(id) ?? new Set()).add(object));
    }
  }
  return { held, certain };
}

function both(guestIds: readonly string[], applications: Found, roles: Found) {
  const requestedIds = new Set(guestIds);
  const reach = new Map<string, Reach>();
  for (const id of new Set([...applications.keys(), ...roles.keys()])) {
    const [applicationIds, roleIds] = [applications.get(id), roles.get(id)];
    // A requested guest who is missing on one side is gone.
    if (requestedIds.has(id) && (applicationIds === undefined || roleIds === undefined)) continue;
    reach.set(id, { applicationIds: applicationIds ?? null, roleIds: roleIds ?? null });
  }
  return reach;
}
