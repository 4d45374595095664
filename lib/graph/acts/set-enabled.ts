import type { Graph } from "../graph";

/** https://learn.microsoft.com/graph/api/user-update */
export const SCOPES_TO_SET_ENABLED = ["User.EnableDisableAccount.All", "User.Read.All"] as const;

/** Blocks or unblocks a sign-in; answers with Graph's id of the request. */
export async function setEnabled(
  graph: Graph,
  guestId: string,
  enabled: boolean,
  tracking: string,
): Promise<string | null> {
  const { requestId } = await graph.send("PATCH", `/users/${encodeURIComponent(guestId)}`, {
    scopes: SCOPES_TO_SET_ENABLED,
    body: { accountEnabled: enabled },
    headers: { "client-request-id": tracking },
  });
  return requestId;
}
