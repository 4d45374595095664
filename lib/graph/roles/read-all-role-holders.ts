import type { HeldRole, RoleReading } from "@/lib/domain/role-holders";
import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { allItems, listOfItem, readInBatches } from "../batch";
import "../jitless";
import { z } from "zod";
import {
  ASSIGNMENT_SCOPES,
  assignments,
  eligibilities,
  ELIGIBILITY_SCOPE,
  grantOnWire,
} from "./role-readings";

type Reader = Pick<Graph, "batch" | "pages">;

interface Options {
  /** Whether those who may only activate a role are looked for. */
  readonly eligible: boolean;
  readonly signal?: AbortSignal;
}

/** Only such groups can be given roles: https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept */
const ROLE_ASSIGNABLE = `/groups?$filter=${encodeURIComponent("isAssignableToRole eq true")}&$select=id&$top=999`;

const objectOnWire = z.object({ id: z.string() });

/**
 * Everybody who holds a directory role: a few requests, however many guests there are. Throws when not all of it could
 * be read: a protection that was not looked for is none.
 */
export async function readAllRoleHolders(graph: Reader, options: Options): Promise<RoleReading> {
  const [active, eligible, groups] = await Promise.all([
    readPrincipals(graph, assignments(), ASSIGNMENT_SCOPES, options),
    options.eligible ? readEligible(graph, options) : [],
    allItems(graph, ROLE_ASSIGNABLE, readingOf(objectOnWire, ASSIGNMENT_SCOPES, options)),
  ]);
  const holders = new Map<string, HeldRole>();
  for (const id of eligible) holders.set(id, "eligible");
  for (const id of active) holders.set(id, "active");
  const carriers = groups.map(({ id }) => id.toLowerCase()).filter((id) => holders.has(id));
  for (const [group, members] of await readMembers(graph, carriers, options)) {
    const held = holders.get(group);
    for (const id of members) {
      if (held !== undefined && holders.get(id) !== "active") holders.set(id, held);
    }
  }
  return { holders, groupIds: carriers };
}

/** Without its licence nobody is eligible for anything; any other refusal says nothing about who is. */
async function readEligible(graph: Reader, options: Options): Promise<readonly string[]> {
  try {
    return await readPrincipals(graph, eligibilities(), [ELIGIBILITY_SCOPE], options);
  } catch (error) {
    if (error instanceof GraphError && error.kind === "licence-missing") return [];
    throw error;
  }
}

async function readPrincipals(
  graph: Reader,
  path: string,
  scopes: readonly string[],
  options: Options,
): Promise<readonly string[]> {
  const grants = await allItems(graph, path, readingOf(grantOnWire, scopes, options));
  return grants.map(({ principalId }) => principalId.toLowerCase());
}

/** The members of these groups, twenty groups to a request; a list of several pages is read by itself. */
async function readMembers(
  graph: Reader,
  groups: readonly string[],
  options: Options,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const pathOf = (id: string) => `/groups/${encodeURIComponent(id)}/transitiveMembers?$select=id`;
  const answers = await readInBatches(
    graph,
    groups.map((id) => ({ id, method: "GET" as const, path: pathOf(id) })),
    { scopes: ASSIGNMENT_SCOPES, signal: options.signal },
  );
  const found = new Map<string, readonly string[]>();
  for (const id of groups) {
    const reading = readingOf(objectOnWire, ASSIGNMENT_SCOPES, options);
    const members = await listOfItem(graph, answers.get(id), pathOf(id), reading);
    found.set(
      id,
      members.map((member) => member.id.toLowerCase()),
    );
  }
  return found;
}

function readingOf<T>(schema: z.ZodType<T>, scopes: readonly string[], { signal }: Options) {
  return { schema, scopes, ...(signal && { signal }) };
}
