import { numberText } from "@/lib/domain/number-text";
import type { OperationKind } from "@/lib/domain/operation";
import type { Skipped, SkipReason } from "@/lib/domain/plan";
import { labelsOf } from "@/lib/operations/registry";

export const SKIP_WORDS: Readonly<Record<SkipReason, string>> = {
  member: "Is a member, not a guest: members are never touched",
  excluded: "Is excluded in Settings",
  "break-glass": "Is a break-glass account in Settings",
  "holds-directory-role": "Holds a directory role: take the role away first",
  "eligible-for-directory-role":
    "Is eligible for a directory role: take the eligibility away first",
  yourself: "This is you",
  "already-so": "Already done",
  "not-pending": "Has no pending invitation",
  "no-mail": "Has no mail address",
  blocked: "Is blocked: unblock first",
  "not-fully-read": "The list is not read to the end, so only one at a time",
  "taken-back": "Is taken back already, or may be: left as is",
  "changed-since": "A later operation changed this guest: left as is",
  gone: "Is no longer in the directory",
};

/** Of a guest who is already as a kind of operation would make them. */
const ALREADY_WORDS: Readonly<Partial<Record<OperationKind, string>>> = {
  block: "Already blocked",
  unblock: "Not blocked",
  remove: "Already deleted",
  restore: "Not deleted",
};

/** After a number of skipped guests. */
const SKIPPED_BECAUSE: Readonly<Record<SkipReason, string>> = {
  member: "members, not guests",
  excluded: "excluded in Settings",
  "break-glass": "break-glass accounts",
  "holds-directory-role": "with a directory role",
  "eligible-for-directory-role": "eligible for a directory role",
  yourself: "your own account",
  "already-so": "already done",
  "not-pending": "without a pending invitation",
  "no-mail": "without a mail address",
  blocked: "blocked",
  "not-fully-read": "the list is not read to the end",
  "taken-back": "taken back already, or may be",
  "changed-since": "changed by a later operation",
  gone: "no longer in the directory",
};

/** Why one guest is skipped, in the words of the kind where it is known. */
export function skipReasonWords(because: SkipReason, kind: OperationKind | undefined): string {
  const already = kind === undefined ? undefined : ALREADY_WORDS[kind];
  return because === "already-so" && already !== undefined ? already : SKIP_WORDS[because];
}

/** How many are skipped for which reason: "1,192 skipped: 1,180 already blocked, 12 with a directory role". */
export function skippedWords(skipped: readonly Skipped[], kind: OperationKind | undefined): string {
  const counts = new Map<string, number>();
  for (const { because } of skipped) {
    const already = kind === undefined ? undefined : ALREADY_WORDS[kind];
    const words =
      because === "already-so" && already !== undefined
        ? already.toLowerCase()
        : SKIPPED_BECAUSE[because];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const reasons = [...counts].map(([words, count]) =>
    counts.size === 1 ? words : `${numberText(count)} ${words}`,
  );
  return `${numberText(skipped.length)} skipped: ${reasons.join(", ")}`;
}

/** Of a plan that holds nobody. */
export function noneWords(kind: OperationKind | undefined): string {
  if (kind === undefined) return "No guest of this plan can be changed now.";
  if (kind === "resend") return "No invitation of the selected guests can be resent.";
  return `None of the selected guests can be ${labelsOf(kind).done.toLowerCase()}.`;
}
