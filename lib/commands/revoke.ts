import { revokeSessions, SCOPES_TO_REVOKE_SESSIONS } from "@/lib/graph/acts/revoke-sessions";
import type { ActingDecision } from "./act";
import { judgeFailure } from "./act-failure";
import type { Doors } from "./doors";
import type { Ride } from "./ride";

/**
 * Ends the sessions of somebody who was just blocked, in the turn that was taken for it. The block stands without it, so a failure is only told:
 * answers with what is to be said, or null.
 */
export async function revoke(
  { guestId, id }: ActingDecision,
  doors: Doors,
  ride: Ride,
): Promise<string | null> {
  if (!ride.maySend())
    return "Sign-in is blocked, but sessions were not ended: the run was stopped.";
  try {
    await revokeSessions(doors.graph, guestId, id);
    return null;
  } catch (error) {
    const failure = judgeFailure(error, SCOPES_TO_REVOKE_SESSIONS, false);
    if (failure.kind === "busy") ride.turns.hold(failure.retryAfterSeconds ?? 5);
    const whether = failure.kind === "lost" ? "may not have been" : "were not";
    return `Sign-in is blocked, but sessions ${whether} ended. ${failure.detail}`;
  }
}
