import type { Graph } from "../graph";
import { GraphError } from "../graph-error";
import { GROUP_SCOPES } from "./group-scopes";
import { readRelatedIds } from "./read-related-ids";

/** The groups that one account is in. */
export interface OwnGroups {
  readonly direct: ReadonlySet<string>;
  /** Those too that it is in only through a group inside them. */
  readonly all: ReadonlySet<string>;
}

const GROUPS = "microsoft.graph.group?$select=id&$count=true&$top=999";

/**
 * The groups of each of these accounts, whatever user type they have, ten accounts to a request. An account that could
 * not be read is missing.
 * https://learn.microsoft.com/graph/api/user-list-memberof and user-list-transitivememberof
 */
export async function readOwnGroups(
  graph: Graph,
  userIds: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, OwnGroups>> {
  const collections = userIds.flatMap((id) => [
    { id: `${id}/direct`, path: `/users/${encodeURIComponent(id)}/memberOf/${GROUPS}` },
    { id: `${id}/all`, path: `/users/${encodeURIComponent(id)}/transitiveMemberOf/${GROUPS}` },
  ]);
  const found = await orNothing(
    readRelatedIds(graph, collections, { scopes: GROUP_SCOPES, signal }),
  );
  return new Map(
    userIds.flatMap((id) => {
      const [direct, all] = [found.get(`${id}/direct`), found.get(`${id}/all`)];
      if (direct == null || all == null) return [];
      return [[id, { direct: new Set(direct), all: new Set(all) }] as const];
    }),
  );
}

/** An account whose groups may not be read counts as unread; other failures are thrown. */
async function orNothing<K, V>(reading: Promise<ReadonlyMap<K, V>>): Promise<ReadonlyMap<K, V>> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GraphError && error.kind === "forbidden") return new Map();
    throw error;
  }
}
