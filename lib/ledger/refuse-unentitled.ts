import type { NewEntry } from "@/lib/contract/entries";
import { needsOperatorRole } from "@/lib/domain/operation";
import { LedgerError } from "./ledger-error";
import type { Facts } from "./recorded-facts";

/** Below it are the items of reviews; their reviewers decide them, whatever role they have here. */
const REVIEWS = "/identityGovernance/accessReviews/definitions/";

/**
 * Whoever may not operate may still answer the items of a review, one by one or as recommended: that the caller is
 * their reviewer is checked by Entra itself (learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update,
 * learn.microsoft.com/graph/api/accessreviewinstance-acceptrecommendations). Of outcomes they may record those of
 * their own answers.
 */
export function refuseUnentitled(
  entry: NewEntry,
  field: string,
  actorId: string,
  facts: Pick<Facts, "act">,
): void {
  switch (entry.kind) {
    case "intended": {
      const { kind, request } = entry.intent;
      if (!needsOperatorRole(kind) && request.path.startsWith(REVIEWS)) return;
      break;
    }
    case "carried-out": {
      const act = facts.act(entry.decisionId);
      if (act?.actorId === actorId && !needsOperatorRole(act.kind)) return;
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
