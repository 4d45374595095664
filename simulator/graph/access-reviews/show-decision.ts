import type { Decision, Resource } from "../../state/access-reviews/rows.ts";
import { showSomebody } from "./show-definition.ts";

const resourcePaths: Readonly<Record<Resource["type"], string>> = {
  Group: "groups",
  ServicePrincipal: "servicePrincipals",
  DirectoryRole: "roleManagement/directory/roleDefinitions",
};

/** A decision item as Graph shows it: https://learn.microsoft.com/graph/api/resources/accessreviewinstancedecisionitem */
export function showDecision(
  decision: Decision,
  instanceId: string,
  root: string,
): Record<string, unknown> {
  const { principal, resource } = decision;
  return {
    id: decision.id,
    accessReviewId: instanceId,
    reviewedDateTime: decision.reviewedAt,
    decision: decision.verdict,
    justification: decision.justification,
    appliedDateTime: decision.appliedAt,
    applyResult: decision.applyResult,
    recommendation: decision.recommendation,
    principalLink: `${root}/users/${principal.id}`,
    resourceLink: `${root}/${resourcePaths[resource.type]}/${resource.id}`,
    resource: { id: resource.id, displayName: resource.displayName, type: resource.type },
    reviewedBy: showSomebody(decision.reviewedBy),
    appliedBy: showSomebody(decision.appliedBy),
    principal: { "@odata.type": "#microsoft.graph.userIdentity", ...showSomebody(principal) },
  };
}

/** What the recommendation rests on: https://learn.microsoft.com/graph/api/resources/usersignininsight */
export function showInsights(decision: Decision, startAt: number): Record<string, unknown>[] {
  if (decision.lastSignInAt === null) return [];
  return [
    {
      "@odata.type": "#microsoft.graph.userSignInInsight",
      id: decision.id,
      insightCreatedDateTime: new Date(startAt).toISOString(),
      lastSignInDateTime: decision.lastSignInAt,
    },
  ];
}
