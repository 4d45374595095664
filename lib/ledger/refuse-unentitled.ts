import type { NewEntry } from "@/lib/contract/entries";
import type { RecordedAct } from "./chain-state";
import { LedgerError } from "./ledger-error";

/** Below it are the items of reviews; their reviewers decide them, whatever role they have here. */
const REVIEWS = "/identityGovernance/accessReviews/definitions/";

/**
 * Whoever may not operate may still answer the items of a review: that the caller is its reviewer is checked by
 * Entra itself (learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update). Of outcomes they may record
 * those of their own answers.
 */
export function refuseUnentitled(
  entry: NewEntry,
  field: string,
  actorId: string,
  lookUp: (id: string) => RecordedAct | undefined,
): void {
  switch (entry.kind) {
    case "intended": {
      const { kind, request } = entry.intent;
      if (kind === "answer-item" && request.path.startsWith(REVIEWS)) return;
      break;
    }
    case "carried-out": {
      const act = lookUp(entry.decisionId);
      if (act?.kind === "answer-item" && act.actorId === actorId) return;
      break;
    }
    case "decided":
    case "review-result":
    case "policy-set":
    case "template-saved":
  }
  throw new LedgerError(
    "forbidden",
    "This needs the app role Governance.Operator.",
    `${field}.kind`,
  );
}
