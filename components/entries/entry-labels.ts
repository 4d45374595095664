import { labelsOf } from "@/lib/operations/registry";
import { RESULT_WORDS } from "@/components/plan/plan-labels";
import { OPERATION_KINDS, type OperationKind } from "@/lib/domain/operation";
import { type Evidence, isFromReading, type Outcome, type Result } from "@/lib/domain/outcome";
import type { Decider, ReviewResult } from "@/lib/domain/reviews/result";

/** What a row of the history may be. */
export type EntryKind =
  | OperationKind
  | "review-result"
  | "policy-set"
  | "template-saved"
  | "person-erased"
  | "unreadable";

const OPERATION_NAMES = Object.fromEntries(
  OPERATION_KINDS.map((kind) => [kind, labelsOf(kind).name]),
) as Readonly<Record<OperationKind, string>>;

/** What each sort of entry is called in a list of them. */
export const ENTRY_WORD: Readonly<Record<EntryKind, string>> = {
  ...OPERATION_NAMES,
  "review-result": "Review result",
  "policy-set": "Change settings",
  "template-saved": "Save review template",
  "person-erased": "Erase a person",
  unreadable: "Not readable",
};

/** By what became of them entries are filtered; the server tells what was not sent and what failed as one. */
export const RESULT_WORD: Readonly<Record<Result | "unresolved", string>> = {
  ...RESULT_WORDS,
  failed: `${RESULT_WORDS.failed} or not sent`,
  unresolved: RESULT_WORDS.unknown,
};

const EVIDENCE_WORD: Readonly<Record<Evidence, string>> = {
  reported: "Reported by the browser",
  observed: "Verified in the directory",
  audited: "Matched in Entra’s audit log",
};

const EVIDENCE_MEANING: Readonly<Record<Evidence, string>> = {
  reported: "It sent the request. No reading of the directory proves it.",
  observed: "The directory was read right before sending or afterwards and showed this.",
  audited: "A record there has the ID of the request.",
};

type Corrected = Pick<Outcome, "result" | "evidence"> & { readonly correction: string | null };

/** Whether only a person says so, who corrected what the browser had recorded. */
function isStated({ evidence, correction }: Corrected): boolean {
  return evidence === "reported" && correction !== null && !isFromReading(correction);
}

/** What a person's correction is called as evidence. */
export const CORRECTION_EVIDENCE = "Stated by a person";

/** How well an outcome is known, in a word. */
export function evidenceWord(outcome: Corrected): string {
  if (outcome.result === "unknown") return "None";
  return isStated(outcome) ? CORRECTION_EVIDENCE : EVIDENCE_WORD[outcome.evidence];
}

/** What a person's correction is worth: the browser that acted said something else. */
export const CORRECTION_MEANING =
  "The person who corrected it says so. The directory was not read for it.";

/** What each grade of evidence means. */
export function evidenceMeaning(outcome: Corrected): string {
  if (outcome.result === "unknown") return "Its outcome isn't proven yet.";
  return isStated(outcome) ? CORRECTION_MEANING : EVIDENCE_MEANING[outcome.evidence];
}

/** What the directory showed of the reviewed access when the result was copied. */
export const ACCESS_WORD: Readonly<Record<ReviewResult["access"], string>> = {
  gone: "Access gone",
  "still-there": "Has access",
  "account-gone": "Account gone",
  unread: "Not read",
};

/** Who decided an item of a review where no person did. */
export const DECIDER_WORD: Readonly<Record<Exclude<Decider["kind"], "reviewer">, string>> = {
  default: "Nobody: the default decided",
  nobody: "Nobody",
  "not-known": "Not known",
};
