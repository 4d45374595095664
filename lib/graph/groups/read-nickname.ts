import { GraphError } from "../graph-error";
import type { Graph } from "../graph";
import { GROUP_SCOPES } from "./group-scopes";
import "../jitless";
import { z } from "zod";

const groupOnWire = z.object({
  displayName: z.string().nullish(),
  mailNickname: z.string().nullish(),
});

/** The mail nickname and the name of one group; null when it is gone. https://learn.microsoft.com/graph/api/group-get */
export async function readNickname(
  graph: Graph,
  groupId: string,
  signal?: AbortSignal,
): Promise<{ readonly nickname: string; readonly displayName: string } | null> {
  const path = `/groups/${encodeURIComponent(groupId)}?$select=id,displayName,mailNickname`;
  try {
    const group = await graph.read(path, {
      scopes: GROUP_SCOPES,
      schema: groupOnWire,
      ...(signal && { signal }),
    });
    return { nickname: group.mailNickname ?? "", displayName: group.displayName ?? groupId };
  } catch (error) {
    if (error instanceof GraphError && error.kind === "not-found") return null;
    throw error;
  }
}
