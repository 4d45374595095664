import { counted } from "@/lib/domain/number-text";
import { isGuid } from "@/lib/domain/guid";
import { REASON_MAX } from "@/lib/domain/operation";
import {
  confirmAboveOf,
  type Policy,
  policyChanges,
  type ProtectedAccount,
} from "@/lib/domain/policy";
import type { Days } from "@/lib/domain/time";

/** Stands for a text that is no whole number. */
export const NO_NUMBER = -1;

/** The settings as they stand in their fields, right or wrong. */
export interface PolicyDraft {
  readonly staleAfterDays: Days;
  readonly newGuestGraceDays: Days;
  readonly pendingAfterDays: Days;
  readonly confirmAbove: number;
  readonly protectedAccounts: readonly ProtectedAccount[];
  readonly reason: string;
}

type DraftField =
  | "staleAfterDays"
  | "newGuestGraceDays"
  | "pendingAfterDays"
  | "confirmAbove"
  | "reason";

export type DraftErrors = Partial<Readonly<Record<DraftField, string>>>;

export type Judged =
  | { readonly ok: true; readonly policy: Policy; readonly reason: string }
  | { readonly ok: false; readonly errors: DraftErrors };

/** As the contract of POST /api/entries has them. */
const LEAST = { staleAfterDays: 1, newGuestGraceDays: 0, pendingAfterDays: 1 } as const;
const MOST_DAYS = 3_650;
const PROTECTED_MAX = 1_000;
const CONFIRM_ABOVE_MAX = 100_000;

/** The draft that shows what holds now. */
export function draftOf(policy: Policy): PolicyDraft {
  return { ...policy, confirmAbove: confirmAboveOf(policy), reason: "" };
}

function daysError(days: Days, least: number): string | null {
  if (days === NO_NUMBER) return "Give whole days, for example 90.";
  if (days < least) return `Give at least ${counted(least, "day")}.`;
  return days > MOST_DAYS ? `Give at most ${MOST_DAYS} days.` : null;
}

function confirmError(operations: number): string | null {
  if (operations === NO_NUMBER) return "Give a whole number, for example 100.";
  if (operations < 1) return "Give at least 1 operation.";
  return operations > CONFIRM_ABOVE_MAX ? `Give at most ${CONFIRM_ABOVE_MAX} operations.` : null;
}

function reasonError(reason: string): string | null {
  if (reason.trim() === "") return "Give a reason: it is kept in the history with the change.";
  return reason.length > REASON_MAX ? `Use at most ${REASON_MAX} characters.` : null;
}

/** The policy that the draft means, or what is wrong at which field. */
export function judgeDraft(draft: PolicyDraft): Judged {
  const found = {
    staleAfterDays: daysError(draft.staleAfterDays, LEAST.staleAfterDays),
    newGuestGraceDays: daysError(draft.newGuestGraceDays, LEAST.newGuestGraceDays),
    pendingAfterDays: daysError(draft.pendingAfterDays, LEAST.pendingAfterDays),
    confirmAbove: confirmError(draft.confirmAbove),
    reason: reasonError(draft.reason),
  };
  const errors = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [DraftField, string] => entry[1] !== null),
  );
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { reason, ...policy } = draft;
  return { ok: true, reason: reason.trim(), policy };
}

/** Whether anything but the reason differs from what holds now. */
export function changesPolicy(draft: PolicyDraft, policy: Policy): boolean {
  return policyChanges(policy, draft).length > 0;
}

/** Why this object id cannot be added, or null. */
export function newAccountError(text: string, present: readonly ProtectedAccount[]): string | null {
  const id = text.trim().toLowerCase();
  if (!isGuid(id)) {
    return "Choose an account by its name, or paste its object ID.";
  }
  if (present.some((account) => account.id.toLowerCase() === id))
    return "It is in the list already.";
  return present.length >= PROTECTED_MAX
    ? `At most ${PROTECTED_MAX} accounts can be listed.`
    : null;
}
