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
  facts: Pick<Facts, "operation">,
): void {
  switch (entry.kind) {
    case "planned": {
      const { kind, steps } = entry.operation;
      const areAnswers = steps.every(({ request }) => request.path.startsWith(REVIEWS));
      if (!needsOperatorRole(kind) && areAnswers) return;
      break;
    }
    case "carried-out": {
      const operation = facts.operation(entry.operationId);
      if (operation?.actorId === actorId && !needsOperatorRole(operation.kind)) return;
      break;
    }
    case "bound":
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
