import type { Graph } from "../graph";

/** https://learn.microsoft.com/graph/api/user-revokesigninsessions */
export const SCOPES_TO_REVOKE_SESSIONS = ["User.RevokeSessions.All"] as const;

/** Ends the sessions that this tenant gave; those of the guest's home tenant are not ours to end. */
export async function revokeSessions(
  graph: Graph,
  guestId: string,
  tracking: string,
): Promise<string | null> {
  const path = `/users/${encodeURIComponent(guestId)}/revokeSignInSessions`;
  const { requestId } = await graph.send("POST", path, {
    scopes: SCOPES_TO_REVOKE_SESSIONS,
    headers: { "client-request-id": tracking },
  });
  return requestId;
}
