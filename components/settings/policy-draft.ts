import { counted } from "@/lib/domain/number-text";
import { isGuid } from "@/lib/domain/guid";
import { REASON_MAX } from "@/lib/domain/operation";
import type { Policy, ProtectedAccount } from "@/lib/domain/policy";
import type { Days } from "@/lib/domain/time";

/** Stands for a text that is no whole number of days. */
export const NO_NUMBER = -1;

/** The settings as they stand in their fields, right or wrong. */
export interface PolicyDraft {
  readonly staleAfterDays: Days;
  readonly newGuestGraceDays: Days;
  readonly pendingAfterDays: Days;
  readonly protectedAccounts: readonly ProtectedAccount[];
  readonly reason: string;
}

type DraftField = "staleAfterDays" | "newGuestGraceDays" | "pendingAfterDays" | "reason";

export type DraftErrors = Partial<Readonly<Record<DraftField, string>>>;

export type Judged =
  | { readonly ok: true; readonly policy: Policy; readonly reason: string }
  | { readonly ok: false; readonly errors: DraftErrors };

/** As the contract of POST /api/entries has them. */
const LEAST = { staleAfterDays: 1, newGuestGraceDays: 0, pendingAfterDays: 1 } as const;
const MOST_DAYS = 3_650;
const PROTECTED_MAX = 1_000;
/** The draft that shows what holds now. */
export function draftOf(policy: Policy): PolicyDraft {
  const { staleAfterDays, newGuestGraceDays, pendingAfterDays, protectedAccounts } = policy;
  return { staleAfterDays, newGuestGraceDays, pendingAfterDays, protectedAccounts, reason: "" };
}

function daysError(days: Days, least: number): string | null {
  if (days === NO_NUMBER) return "Give whole days, for example 90.";
  if (days < least) return `Give at least ${counted(least, "day")}.`;
  return days > MOST_DAYS ? `Give at most ${MOST_DAYS} days.` : null;
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
    reason: reasonError(draft.reason),
  };
  const errors = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [DraftField, string] => entry[1] !== null),
  );
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    reason: draft.reason.trim(),
    policy: {
      staleAfterDays: draft.staleAfterDays,
      newGuestGraceDays: draft.newGuestGraceDays,
      pendingAfterDays: draft.pendingAfterDays,
      protectedAccounts: draft.protectedAccounts,
    },
  };
}

/** Whether anything but the reason differs from what holds now. */
export function changesPolicy(draft: PolicyDraft, policy: Policy): boolean {
  const now = draftOf(policy);
  const accounts = (list: readonly ProtectedAccount[]) =>
    list
      .map((account) => `${account.id} ${account.because}`)
      .sort()
      .join();
  return (
    draft.staleAfterDays !== now.staleAfterDays ||
    draft.newGuestGraceDays !== now.newGuestGraceDays ||
    draft.pendingAfterDays !== now.pendingAfterDays ||
    accounts(draft.protectedAccounts) !== accounts(now.protectedAccounts)
  );
}

/** Why this object id cannot be added, or null. */
export function newAccountError(text: string, present: readonly ProtectedAccount[]): string | null {
  const id = text.trim().toLowerCase();
  if (!isGuid(id)) {
    return "Give the account's object id from Entra, for example 7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a.";
  }
  if (present.some((account) => account.id.toLowerCase() === id))
    return "It is in the list already.";
  return present.length >= PROTECTED_MAX
    ? `At most ${PROTECTED_MAX} accounts can be listed.`
    : null;
}
