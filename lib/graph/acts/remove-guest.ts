import type { Graph } from "../graph";

/** https://learn.microsoft.com/graph/api/user-delete */
export const SCOPES_TO_REMOVE = ["User.DeleteRestore.All"] as const;

/** Deletes the account; for 30 days it can be restored. */
export async function removeGuest(
  graph: Graph,
  guestId: string,
  tracking: string,
): Promise<string | null> {
  const { requestId } = await graph.send("DELETE", `/users/${encodeURIComponent(guestId)}`, {
    scopes: SCOPES_TO_REMOVE,
    headers: { "client-request-id": tracking },
  });
  return requestId;
}
