import type { Graph } from "../graph";

/** https://learn.microsoft.com/graph/api/directory-deleteditems-restore */
export const SCOPES_TO_RESTORE = ["User.DeleteRestore.All"] as const;

/** Brings an account back that was deleted less than 30 days ago, with its groups and app roles. */
export async function restoreGuest(
  graph: Graph,
  guestId: string,
  tracking: string,
): Promise<string | null> {
  const path = `/directory/deletedItems/${encodeURIComponent(guestId)}/restore`;
  const { requestId } = await graph.send("POST", path, {
    scopes: SCOPES_TO_RESTORE,
    headers: { "client-request-id": tracking },
  });
  return requestId;
}
