import type { Days } from "./time";

/** Why an account is protected. */
export type ProtectedBecause = "excluded" | "break-glass";

export interface ProtectedAccount {
  readonly id: string;
  readonly because: ProtectedBecause;
}

/** The tenant's limits for stale and pending guests, and its protected accounts. */
export interface Policy {
  readonly staleAfterDays: Days;
  readonly newGuestGraceDays: Days;
  readonly pendingAfterDays: Days;
  readonly protectedAccounts: readonly ProtectedAccount[];
}

/** The policy until somebody changes it. */
export const DEFAULT_POLICY: Policy = {
  staleAfterDays: 90,
  newGuestGraceDays: 30,
  pendingAfterDays: 30,
  protectedAccounts: [],
};
