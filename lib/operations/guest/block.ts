import { revokeSessions, SCOPES_TO_REVOKE_SESSIONS } from "@/lib/graph/acts/revoke-sessions";
import { SCOPES_TO_SET_ENABLED, setEnabled } from "@/lib/graph/acts/set-enabled";
import { acceptedSince, guestIdOf, guestOperation } from "./guest-operation";

/**
 * Blocks sign-in: https://learn.microsoft.com/graph/api/user-update
 *
 * A blocked account gets no new tokens. Revoking sessions has no effect on external users, who sign in through their
 * home tenant, so it is only asked for where the account signs in here:
 * https://learn.microsoft.com/graph/api/user-revokesigninsessions
 */
export const block = guestOperation(
  {
    kind: "block",
    labels: {
      verb: "Block",
      name: "Block sign-in",
      done: "Blocked",
      changes:
        "Sign-in is blocked: apps get no new tokens. What is open ends when its token runs out, usually within an hour. Groups, apps and files stay as they are. It can be undone.",
      notDone: "Sign-in was not blocked.",
    },
    scopes: SCOPES_TO_SET_ENABLED,
    activity: "Disable account",
    send: async ({ guestId, operationId, services }) => ({
      requestId: await setEnabled(services.graph, guestId, false, operationId),
    }),
    isApplied: (state) => state.kind === "guest" && !state.enabled,
    whyNotLive: (state, known) =>
      acceptedSince(state, known) ? "The invitation was accepted after the plan was made." : null,
  },
  {
    followUp: {
      scopes: SCOPES_TO_REVOKE_SESSIONS,
      appliesTo: ({ signsInHere }) => signsInHere === true,
      async send({ operation, services }) {
        await revokeSessions(services.graph, guestIdOf(operation), operation.id);
      },
      missing: (whether) => `Sign-in is blocked, but sessions ${whether} ended.`,
      notKnown:
        "If the account signs in to this tenant, it is not known whether its sessions were ended.",
    },
  },
);
