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
  unresolved: "Unresolved",
};

const EVIDENCE_WORD: Readonly<Record<Evidence, string>> = {
  reported: "Reported",
  observed: "Observed",
  audited: "Audited",
};

const EVIDENCE_MEANING: Readonly<Record<Evidence, string>> = {
  reported: "Reported by the browser that sent it. No reading of the directory proves it.",
  observed: "The directory was read right before sending or afterwards and showed this.",
  audited: "Matched by ID to a record in the Microsoft Entra audit log.",
};

/** How well an outcome is known, in a word. */
export function evidenceWord({ result, evidence }: Pick<Outcome, "result" | "evidence">): string {
  return result === "unknown" ? "None" : EVIDENCE_WORD[evidence];
}

/** What a person's correction is worth: the browser that acted said something else. */
export const CORRECTION_MEANING =
  "Stated by the person who corrected it. The directory was not read for it.";

/** What each grade of evidence means. */
export function evidenceMeaning(
  outcome: Pick<Outcome, "result" | "evidence"> & { readonly correction: string | null },
): string {
  if (outcome.result === "unknown") return "Its outcome isn't proven yet.";
  const isOfPerson = outcome.correction !== null && !isFromReading(outcome.correction);
  if (isOfPerson && outcome.evidence === "reported") return CORRECTION_MEANING;
  return EVIDENCE_MEANING[outcome.evidence];
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
