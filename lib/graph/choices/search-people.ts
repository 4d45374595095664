import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { ReviewPerson } from "@/lib/domain/reviews/review";
import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";
import { searchFor } from "./search-text";

/** https://learn.microsoft.com/graph/api/user-list#permissions */
const PEOPLE_SCOPES = [USER_READ_ALL] as const;

const MOST = 20;
const MEMBERS = encodeURIComponent("userType eq 'Member' and accountEnabled eq true");

const personOnWire = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** Members who could be asked to review: the first few that match the text, by name. */
export function searchPeople(
  graph: Graph,
  text: string,
  signal?: AbortSignal,
): Promise<readonly ReviewPerson[]> {
  return searchUsers(graph, text, `&$filter=${MEMBERS}`, signal);
}

/** Accounts of every kind, guests and blocked ones too: the first few that match the text, by name. */
export function searchAccounts(
  graph: Graph,
  text: string,
  signal?: AbortSignal,
): Promise<readonly ReviewPerson[]> {
  return searchUsers(graph, text, "", signal);
}

async function searchUsers(
  graph: Graph,
  text: string,
  filter: string,
  signal: AbortSignal | undefined,
): Promise<readonly ReviewPerson[]> {
  const search = searchFor(text, ["displayName", "userPrincipalName"]);
  if (search === null) return [];
  const { value } = await graph.read(
    `/users?${search}${filter}&$select=id,displayName,userPrincipalName&$orderby=displayName&$count=true&$top=${MOST}`,
    {
      scopes: PEOPLE_SCOPES,
      schema: z.object({ value: z.array(personOnWire) }),
      headers: { ConsistencyLevel: "eventual" },
      ...(signal && { signal }),
    },
  );
  return value.map(({ id, displayName, userPrincipalName }) => ({
    id,
    displayName: displayName ?? null,
    userPrincipalName: userPrincipalName ?? null,
  }));
}
