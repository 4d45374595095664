import { USER_REVOKE_SESSIONS_ALL } from "@/lib/domain/graph-scopes";
import { readState, SCOPES_TO_READ_STATE } from "@/lib/graph/guests/read-account-state";
import type { LaterStep, OperationContext } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import {
  acceptedSince,
  guestIdOf,
  guestOperation,
  isGuestRequest,
  type LiveGuest,
  precheckGuest,
  SCOPES_TO_SET_ENABLED,
} from "./guest-operation";

/**
 * Ends the sessions of an account that signs in to this tenant. Revoking has no effect on external users, who sign in
 * through their home tenant: https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
const endSessions: LaterStep = {
  labels: {
    verb: "End sessions of",
    doing: "Ending sessions of",
    name: "End sessions",
    done: "Sessions ended",
    changes: "Sign-in is blocked already; the account's sessions in this tenant are ended.",
    notDone: "The sessions were not ended.",
  },
  partlyDone: "Sign-in is blocked, but sessions were not ended.",
  notKnown: "Sign-in is blocked. Whether the sessions were ended is not known.",
  notNeeded:
    "Not sent: it has no effect on a guest who signs in with an account of another organization. Open sessions end when their token expires.",
  scopes: { read: SCOPES_TO_READ_STATE, send: [USER_REVOKE_SESSIONS_ALL] },
  request: null,
  isRequest: isGuestRequest,
  // The account doesn't show who ended its sessions, and ending them twice does no harm.
  verificationMode: "none",
  attribution: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  keepsErrorMessage: false,
  // https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
  auditActivity: { activity: "Update StsRefreshTokenValidFrom Timestamp", target: "guest" },
  isNeeded: signsInHere,
  async precheck(context, options) {
    // Since the first request the guest may have been protected or given a role.
    const checked = await precheckGuest(SESSIONS_OF_BLOCKED, context, options);
    if (checked.outcome !== null || checked.snapshot.signsInHere === true) return checked;
    return {
      outcome: observedOutcome("already-so", "The account has no sessions of this tenant."),
    };
  },
  verify: () => Promise.resolve("unclear"),
};

/** Somebody may have unblocked the guest since the first request, or before the rest is tried again. */
const SESSIONS_OF_BLOCKED = {
  kind: "block" as const,
  isApplied: () => false,
  whyNotLive: ({ enabled }: LiveGuest) => (enabled ? "The account is no longer blocked." : null),
};

async function signsInHere({ operation, execution, services }: OperationContext): Promise<boolean> {
  const known = execution.snapshot?.signsInHere;
  if (known !== undefined) return known;
  const state = await readState(services.graph, guestIdOf(operation));
  // The account is gone, or is a member now: whether it had sessions cannot be told.
  return state.kind !== "guest" || state.signsInHere;
}

/** Blocks sign-in: https://learn.microsoft.com/graph/api/user-update. A blocked account gets no new tokens. */
export const block = guestOperation(
  {
    kind: "block",
    labels: {
      verb: "Block",
      doing: "Blocking",
      name: "Block sign-in",
      done: "Blocked",
      changes:
        "Sign-in is blocked: apps get no new tokens. Guestlist also ends the sessions of guests who sign in with an account of this tenant. Sessions of other guests end when their token expires, usually within an hour. Groups, apps and files stay as they are. It can be undone.",
      notDone: "Sign-in was not blocked.",
    },
    scopes: SCOPES_TO_SET_ENABLED,
    activity: "Disable account",
    isApplied: (state) => state.kind === "guest" && !state.enabled,
    whyNotLive: (state, known) =>
      acceptedSince(state, known) ? "The invitation was accepted after the plan was made." : null,
  },
  { laterSteps: { "end-sessions": endSessions } },
);
