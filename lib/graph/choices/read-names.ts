import { DIRECTORY_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import { readInBatches } from "../batch";
import "../jitless";
import { z } from "zod";

export type NamedKind = "user" | "group" | "application" | "directory-role";

/** Something that a review names by its id alone. */
export interface Named {
  readonly kind: NamedKind;
  readonly id: string;
}

/** https://learn.microsoft.com/graph/api/directoryobject-get: each kind has a path of its own */
const PATHS: Readonly<Record<NamedKind, string>> = {
  user: "/users",
  group: "/groups",
  application: "/servicePrincipals",
  "directory-role": "/roleManagement/directory/roleDefinitions",
};

/** Opens users, groups, applications and role definitions alike. */
const NAME_SCOPES = [DIRECTORY_READ_ALL] as const;

const namedOnWire = z.object({ displayName: z.string().nullish() });

/** The names of many objects by their ids, twenty to a request; what is gone or may not be read has none. */
export async function readNames(
  graph: Graph,
  objects: readonly Named[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const objectsById = new Map(objects.map((object) => [object.id, object]));
  const requests = [...objectsById.values()].map(({ kind, id }) => ({
    id,
    method: "GET" as const,
    path: `${PATHS[kind]}/${encodeURIComponent(id)}?$select=id,displayName`,
  }));
  const answers = await readInBatches(graph, requests, { scopes: NAME_SCOPES, signal });
  const names = new Map<string, string>();
  for (const [id, { status, body }] of answers) {
    const named = namedOnWire.safeParse(body);
    const name = status === 200 && named.success ? (named.data.displayName ?? "") : "";
    if (name !== "") names.set(id, name);
  }
  return names;
}
