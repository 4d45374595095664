import type { Days } from "./time";

/** Why an account is protected. */
export type ProtectedBecause = "excluded" | "break-glass";

export interface ProtectedAccount {
  readonly id: string;
  readonly because: ProtectedBecause;
}

/** The tenant's limits for stale and pending guests and for plans, and its protected accounts. */
export interface Policy {
  readonly staleAfterDays: Days;
  readonly newGuestGraceDays: Days;
  readonly pendingAfterDays: Days;
  readonly protectedAccounts: readonly ProtectedAccount[];
  /** A plan of more operations is confirmed by typing their number. Absent where it was set before there was such a limit. */
  readonly confirmAbove?: number | undefined;
}

/** The limit where none was set. */
const CONFIRM_ABOVE = 100;

/** The policy until somebody changes it. */
export const DEFAULT_POLICY: Policy = {
  staleAfterDays: 90,
  newGuestGraceDays: 30,
  pendingAfterDays: 30,
  protectedAccounts: [],
  confirmAbove: CONFIRM_ABOVE,
};

/** Above how many operations a plan is confirmed by typing their number. */
export function confirmAboveOf({ confirmAbove }: Policy): number {
  return confirmAbove ?? CONFIRM_ABOVE;
}

type Limit = Exclude<keyof Policy, "protectedAccounts">;

/** One setting that differs between two policies. */
export type PolicyChange =
  | { readonly setting: Limit; readonly before: number; readonly after: number }
  | {
      readonly setting: "protectedAccounts";
      readonly id: string;
      /** Null where the account was, or is, not protected. */
      readonly before: ProtectedBecause | null;
      readonly after: ProtectedBecause | null;
    };

/** What differs between two policies, setting by setting and account by account. */
export function policyChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  return [...limitChanges(before, after), ...accountChanges(before, after)];
}

function limitChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const [was, is] = [limitsOf(before), limitsOf(after)];
  return is.flatMap(([setting, value], index) => {
    const old = was[index]?.[1] ?? value;
    return old === value ? [] : [{ setting, before: old, after: value }];
  });
}

function limitsOf(policy: Policy): readonly (readonly [Limit, number])[] {
  return [
    ["staleAfterDays", policy.staleAfterDays],
    ["newGuestGraceDays", policy.newGuestGraceDays],
    ["pendingAfterDays", policy.pendingAfterDays],
    ["confirmAbove", confirmAboveOf(policy)],
  ];
}

function accountChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const [was, is] = [becauseById(before), becauseById(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const change = { before: was.get(id) ?? null, after: is.get(id) ?? null };
    return change.before === change.after
      ? []
      : [{ setting: "protectedAccounts" as const, id, ...change }];
  });
}

function becauseById({ protectedAccounts }: Policy): ReadonlyMap<string, ProtectedBecause> {
  return new Map(protectedAccounts.map(({ id, because }) => [id.toLowerCase(), because]));
}
