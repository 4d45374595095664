import { sameId } from "@/lib/domain/same-id";
import type { Outcome } from "@/lib/domain/outcome";
import type { Policy } from "@/lib/domain/policy";
import type { AccountState } from "@/lib/graph/guests/read-account-state";
import { observedOutcome } from "../outcomes";

/** Why no operation may touch this account: the policy protects it, or it is a member. Null when one may. */
export function whyUntouchable(
  guestId: string,
  state: AccountState,
  policy: Policy,
): Outcome | null {
  const account = policy.protectedAccounts.find(({ id }) => sameId(id, guestId));
  if (account) {
    return observedOutcome(
      "refused",
      `The account is protected by the policy (${account.because}).`,
    );
  }
  return state.kind === "member"
    ? observedOutcome("refused", "The account is a member, and members are never changed.")
    : null;
}

/** Why an account's directory roles protect it; null where it holds none. */
export function whyPrivileged({
  heldRole,
}: Extract<AccountState, { kind: "guest" }>): Outcome | null {
  switch (heldRole) {
    case "none":
    // Most operators may not read eligibility; the plan said so before it was confirmed.
    case "eligibility-unread":
      return null;
    case "active":
      return observedOutcome("refused", "The account holds a directory role.");
    case "eligible":
      return observedOutcome("refused", "The account is eligible for a directory role.");
    case null:
      return observedOutcome(
        "refused",
        "Microsoft Graph does not let you read whether the account holds a directory role or is eligible for one.",
      );
  }
}

/** Why an account is protected, whatever the operation; null when nothing protects it. */
export function whyProtected(guestId: string, state: AccountState, policy: Policy): Outcome | null {
  const untouchable = whyUntouchable(guestId, state, policy);
  if (untouchable !== null || state.kind !== "guest") return untouchable;
  return whyPrivileged(state);
}
