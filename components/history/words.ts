import type { DecisionKind } from "@/lib/domain/decision";
import type { Evidence, Result } from "@/lib/domain/outcome";

export const DECISION_WORD: Readonly<Record<DecisionKind | "policy-set", string>> = {
  keep: "Keep",
  block: "Block sign-in",
  unblock: "Unblock sign-in",
  remove: "Remove",
  restore: "Restore",
  resend: "Resend invitation",
  "policy-set": "Change settings",
};

export const RESULT_WORD: Readonly<Record<Result | "unsettled", string>> = {
  done: "Done",
  "already-so": "Was so already",
  refused: "Refused",
  failed: "Failed",
  unknown: "Unknown",
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
