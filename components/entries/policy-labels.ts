import { confirmAboveOf, type Policy, type ProtectedBecause } from "@/lib/domain/policy";
import { numberText } from "@/lib/domain/number-text";

type Limit = Exclude<keyof Policy, "protectedAccounts">;

/** What each limit of the settings is called. */
export const LIMIT_WORD: Readonly<Record<Limit, string>> = {
  staleAfterDays: "Stale after",
  newGuestGraceDays: "Grace for new guests",
  pendingAfterDays: "Pending too long after",
  confirmAbove: "Ask for the number above",
};

/** A limit with its unit. */
export function limitText(limit: Limit, value: number): string {
  const unit = limit === "confirmAbove" ? "operation" : "day";
  return `${numberText(value)} ${unit}${value === 1 ? "" : "s"}`;
}

export const BECAUSE_WORD: Readonly<Record<ProtectedBecause, string>> = {
  excluded: "Excluded from governance",
  "break-glass": "Break-glass account",
};

/** A whole policy in one line, for a sheet. */
export function policyLine(policy: Policy): string {
  const { staleAfterDays, newGuestGraceDays, pendingAfterDays, protectedAccounts } = policy;
  const accounts = protectedAccounts.map(({ id, because }) => `${id} (${BECAUSE_WORD[because]})`);
  const confirm =
    policy.confirmAbove === undefined ? "" : `, ask for the number above ${confirmAboveOf(policy)}`;
  return `Stale after ${staleAfterDays} days, grace ${newGuestGraceDays}, pending after ${pendingAfterDays}${confirm}, ${protectedAccounts.length} protected${accounts.length === 0 ? "" : `: ${accounts.join(", ")}`}`;
}
