import type { SignInRecord } from "../../state/logs.ts";

/**
 * A sign-in as v1.0 shows it; what only beta tells (user type, cross-tenant access) is not here.
 * https://learn.microsoft.com/graph/api/resources/signin
 */
export function signInOnWire(row: SignInRecord): Record<string, unknown> {
  const { errorCode, failureReason, ...plain } = row;
  return {
    ...plain,
    // The sign-in log writes names in lower case, which is why records are matched by user id.
    userPrincipalName: row.userPrincipalName.toLowerCase(),
    correlationId: row.id,
    conditionalAccessStatus: "notApplied",
    riskDetail: "none",
    riskLevelAggregated: "none",
    riskLevelDuringSignIn: "none",
    riskState: "none",
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: null,
    resourceId: null,
    status: { errorCode, failureReason, additionalDetails: null },
    deviceDetail: null,
    location: null,
    appliedConditionalAccessPolicies: [],
  };
}
