import { KIND_WORDS, RESULT_WORDS } from "@/components/decisions/words";
import type { DecisionKind } from "@/lib/domain/decision";
import type { Evidence, Result } from "@/lib/domain/outcome";

export const DECISION_WORD: Readonly<Record<DecisionKind | "policy-set", string>> = {
  keep: KIND_WORDS.keep.name,
  block: KIND_WORDS.block.name,
  unblock: KIND_WORDS.unblock.name,
  remove: KIND_WORDS.remove.name,
  restore: KIND_WORDS.restore.name,
  resend: KIND_WORDS.resend.name,
  "policy-set": "Change settings",
};

export const RESULT_WORD: Readonly<Record<Result | "unsettled", string>> = {
  ...RESULT_WORDS,
  unsettled: "Not settled",
};

export const EVIDENCE_WORD: Readonly<Record<Evidence, string>> = {
  reported: "Reported",
  observed: "Observed",
  audited: "Audited",
};

/** What each grade of evidence is worth to somebody who was not there. */
export const EVIDENCE_MEANING: Readonly<Record<Evidence, string>> = {
  reported: "The browser that acted says so; nobody has looked at the directory since.",
  observed: "The guest was read back from the directory after the act, and was so.",
  audited: "Matched by id to a record in Microsoft Entra's own audit log.",
};
