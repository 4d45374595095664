import type { Days } from "./time";

/** Why an account is never acted on. */
export type ProtectedBecause = "excluded" | "break-glass";

export interface ProtectedAccount {
  readonly id: string;
  readonly because: ProtectedBecause;
}

/** What this tenant calls stale, pending too long and untouchable. */
export interface Policy {
  readonly staleAfterDays: Days;
  readonly newGuestGraceDays: Days;
  readonly pendingAfterDays: Days;
  readonly protectedAccounts: readonly ProtectedAccount[];
}

/** What holds until somebody decides otherwise. */
export const DEFAULT_POLICY: Policy = {
  staleAfterDays: 90,
  newGuestGraceDays: 30,
  pendingAfterDays: 30,
  protectedAccounts: [],
};
