import type { FoundRole } from "@/lib/domain/role-holders";
import type { BatchAnswer, BatchRequest, Graph } from "../graph";
import { GraphError } from "../graph-error";
import { listOfItem } from "../batch";
import "../jitless";
import { z } from "zod";
import {
  ASSIGNMENT_SCOPES,
  assignments,
  eligibilities,
  grantOnWire,
  ROLE_HOLDER_SCOPES,
} from "./role-readings";

interface Options {
  /** Whether roles that the person may only activate are looked for. */
  readonly eligible: boolean;
  readonly signal?: AbortSignal | undefined;
}

type Answers = ReadonlyMap<string, BatchAnswer>;

const groupOnWire = z.object({ id: z.string(), isAssignableToRole: z.boolean().nullish() });
const ADVANCED = { ConsistencyLevel: "eventual" };

/** What has to be asked of one person, in one batch with whatever else is asked of them. */
export function requestsForRoles(userId: string, eligible: boolean): readonly BatchRequest[] {
  const groups = {
    id: "groups",
    method: "GET",
    path: groupsOf(userId),
    headers: ADVANCED,
  } as const;
  return [...grantRequests(userId, eligible), groups];
}

/**
 * Whether a person holds a directory role, directly or through a group, by the answers to `requestsForRoles`: one more
 * request only for those in a role-assignable group. Null where Graph may not say it to the signed-in person; where it only may
 * not say who is eligible, that is told apart.
 */
export async function heldRoleOf(
  graph: Graph,
  userId: string,
  answers: Answers,
  options: Options,
): Promise<FoundRole | null> {
  try {
    return await findRole(graph, userId, answers, options);
  } catch (error) {
    if (error instanceof GraphError && error.kind === "forbidden") return null;
    throw error;
  }
}

async function findRole(
  graph: Graph,
  userId: string,
  own: Answers,
  options: Options,
): Promise<FoundRole> {
  if (await isActive(graph, userId, own, options)) return "active";
  const groups = await roleAssignableGroups(graph, userId, own, options);
  const ofGroups = await askOfGroups(graph, groups, options);
  for (const id of groups) if (await isActive(graph, id, ofGroups, options)) return "active";
  if (!options.eligible) return "none";
  try {
    if (await isEligible(graph, userId, own, options)) return "eligible";
    for (const id of groups) if (await isEligible(graph, id, ofGroups, options)) return "eligible";
  } catch (error) {
    if (error instanceof GraphError && error.kind === "forbidden") return "eligibility-unread";
    throw error;
  }
  return "none";
}

async function roleAssignableGroups(
  graph: Graph,
  userId: string,
  answers: Answers,
  options: Options,
): Promise<readonly string[]> {
  const groups = await listOfItem(graph, answers.get("groups"), groupsOf(userId), {
    ...readingOf(groupOnWire, options),
    headers: ADVANCED,
  });
  return groups.filter((group) => group.isAssignableToRole === true).map(({ id }) => id);
}

async function askOfGroups(
  graph: Graph,
  groups: readonly string[],
  options: Options,
): Promise<Answers> {
  if (groups.length === 0) return new Map();
  const requests = groups.flatMap((id) => grantRequests(id, options.eligible));
  const { signal } = options;
  return await graph.batch(requests, { scopes: scopesOf(options), ...(signal && { signal }) });
}

function grantRequests(principalId: string, eligible: boolean): readonly BatchRequest[] {
  const active = { id: `active ${principalId}`, path: assignments(principalId) };
  const toActivate = { id: `eligible ${principalId}`, path: eligibilities(principalId) };
  return [active, ...(eligible ? [toActivate] : [])].map((one) => ({ ...one, method: "GET" }));
}

async function isActive(graph: Graph, id: string, answers: Answers, options: Options) {
  const answer = answers.get(`active ${id}`);
  const grants = await listOfItem(graph, answer, assignments(id), readingOf(grantOnWire, options));
  return grants.length > 0;
}

/** Without its licence nobody is eligible for anything; any other refusal says nothing about who is. */
async function isEligible(graph: Graph, id: string, answers: Answers, options: Options) {
  const answer = answers.get(`eligible ${id}`);
  const reading = readingOf(grantOnWire, options);
  try {
    return (await listOfItem(graph, answer, eligibilities(id), reading)).length > 0;
  } catch (error) {
    if (error instanceof GraphError && error.kind === "licence-missing") return false;
    throw error;
  }
}

/** Which of a person's groups may hold roles is asked of all their groups: https://learn.microsoft.com/graph/api/user-list-transitivememberof */
function groupsOf(userId: string): string {
  return `/users/${encodeURIComponent(userId)}/transitiveMemberOf/microsoft.graph.group?$select=id,isAssignableToRole&$count=true&$top=999`;
}

function readingOf<T>(schema: z.ZodType<T>, options: Options) {
  const { signal } = options;
  return { schema, scopes: scopesOf(options), ...(signal && { signal }) };
}

function scopesOf({ eligible }: Options): readonly string[] {
  return eligible ? ROLE_HOLDER_SCOPES : ASSIGNMENT_SCOPES;
}
