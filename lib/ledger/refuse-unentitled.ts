import type { NewEntry } from "@/lib/contract/entries";
import { type GraphRequest, needsOperatorRole } from "@/lib/domain/operation";
import { LedgerError } from "./ledger-error";
import type { Facts } from "./recorded-facts";

/** The requests by which reviewers answer, whatever role they have here. */
const INSTANCE = "/identityGovernance/accessReviews/definitions/[^/?#]+/instances/[^/?#]+";
const ANSWERS = {
  "answer-item": new RegExp(`^PATCH ${INSTANCE}/decisions/[^/?#]+$`),
  "accept-recommendations": new RegExp(`^POST ${INSTANCE}/acceptRecommendations$`),
} as const;

/**
 * A person who may not operate may still answer the items of a review, one by one or as recommended: that the caller is
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
      if (kind !== "answer-item" && kind !== "accept-recommendations") break;
      const isAnswer = ({ method, path }: GraphRequest) => ANSWERS[kind].test(`${method} ${path}`);
      if (steps.every(({ request }) => isAnswer(request))) return;
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
