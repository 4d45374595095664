import { DIRECTORY_READ_ALL, USER_READ } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";

const roleOnWire = z.object({ id: z.string(), roleTemplateId: z.string().nullish() });

/** https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export const MY_ROLES_SCOPES = [USER_READ, DIRECTORY_READ_ALL] as const;

/**
 * Template ids of the directory roles that the signed-in person holds now, directly or through a group; null when
 * Graph names none of them because it may not say more.
 */
export async function readMyRoles(
  graph: Graph,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | null> {
  const path =
    "/me/transitiveMemberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId&$count=true";
  const held = new Set<string>();
  const pages = graph.pages(path, {
    scopes: MY_ROLES_SCOPES,
    schema: roleOnWire,
    headers: { ConsistencyLevel: "eventual" },
    ...(signal && { signal }),
  });
  for await (const { items } of pages) {
    for (const { roleTemplateId } of items) {
      if (typeof roleTemplateId !== "string") return null;
      held.add(roleTemplateId);
    }
  }
  return held;
}
