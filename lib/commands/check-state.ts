import type { Decision, DecisionKind } from "@/lib/domain/decision";
import { sameId } from "@/lib/domain/make-plan";
import type { Outcome } from "@/lib/domain/outcome";
import type { Policy } from "@/lib/domain/policy";
import type { DirectoryState } from "@/lib/graph/acts/read-state";
import { seen } from "./seen";

/** Decisions that have an act. */
export type ActingKind = Exclude<DecisionKind, "keep">;

/** Whether the directory shows what this kind of decision wants; a mail that went out leaves no trace. */
export function isApplied(kind: ActingKind, state: DirectoryState): boolean {
  switch (kind) {
    case "block":
      return state.kind === "guest" && !state.enabled;
    case "unblock":
      return state.kind === "guest" && state.enabled;
    case "remove":
      return state.kind === "deleted" || state.kind === "absent";
    case "restore":
      return state.kind === "guest" || state.kind === "member";
    case "resend":
      return false;
  }
}

/** Why a decision is not to be carried out on what the directory says now; null when it may be. */
export function whyNot(
  decision: Decision & { readonly kind: ActingKind },
  state: DirectoryState,
  policy: Policy,
  myId: string,
): Outcome | null {
  if (sameId(decision.guestId, myId)) return seen("refused", "Nobody acts on their own account.");
  const untouchable = whyUntouchable(decision.guestId, state, policy);
  if (untouchable !== null || state.kind === "member") return untouchable;
  if (isApplied(decision.kind, state)) return seen("already-so", null);
  if (state.kind === "guest") return whyNotLive(decision, state);
  return decision.kind === "restore" ? whyNotDeleted(state) : seen("failed", gone(state.kind));
}

/** Why nothing is ever done to this account, whatever it is: the policy protects it, or it is a member. */
export function whyUntouchable(
  guestId: string,
  state: DirectoryState,
  policy: Policy,
): Outcome | null {
  const account = policy.protectedAccounts.find(({ id }) => sameId(id, guestId));
  if (account) {
    return seen("refused", `The account is protected by the policy (${account.because}).`);
  }
  return state.kind === "member"
    ? seen("refused", "The account is a member, and members are never acted on.")
    : null;
}

function whyPrivileged(state: Extract<DirectoryState, { kind: "guest" }>): Outcome | null {
  if (state.holdsDirectoryRole === null) {
    return seen("refused", "Whether the account holds a directory role is not known.");
  }
  return state.holdsDirectoryRole ? seen("refused", "The account holds a directory role.") : null;
}

/** Why an account's access is left as it is, besides what the change itself asks for; null when nothing protects it. */
export function whyProtected(
  guestId: string,
  state: DirectoryState,
  policy: Policy,
): Outcome | null {
  const untouchable = whyUntouchable(guestId, state, policy);
  if (untouchable !== null || state.kind !== "guest") return untouchable;
  return whyPrivileged(state);
}

function whyNotLive(
  { kind, known }: Decision & { readonly kind: ActingKind },
  state: Extract<DirectoryState, { kind: "guest" }>,
): Outcome | null {
  const privileged = whyPrivileged(state);
  if (privileged !== null) return privileged;
  const wasPending = known.redemption.kind === "pending";
  switch (kind) {
    case "remove":
      if (wasPending && !state.pending) {
        return seen("refused", "The invitation was accepted after the plan was made.");
      }
      if (!known.enabled && state.enabled) {
        return seen("refused", "The account was unblocked after the plan was made.");
      }
      return null;
    case "block":
      return wasPending && !state.pending
        ? seen("refused", "The invitation was accepted after the plan was made.")
        : null;
    case "resend":
      if (!state.pending) return seen("refused", "The invitation is not pending any more.");
      if (!state.enabled) return seen("refused", "The account is blocked.");
      return state.mail === null ? seen("refused", "The account has no mail address.") : null;
    case "unblock":
    case "restore":
      return null;
  }
}

function whyNotDeleted(
  state: Extract<DirectoryState, { kind: "deleted" | "absent" }>,
): Outcome | null {
  if (state.kind === "absent") return seen("failed", gone("absent"));
  return state.wasGuest ? null : seen("refused", "The deleted account was not a guest's.");
}

function gone(kind: "deleted" | "absent"): string {
  return kind === "deleted"
    ? "The account was deleted after the plan was made."
    : "The account is not in the directory any more.";
}
