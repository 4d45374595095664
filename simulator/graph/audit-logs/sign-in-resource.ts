import type { Resource } from "../odata/resource.ts";
import type { SignInRecord } from "../../state/logs.ts";

const eq = { eq: "plain" } as const;
const text = { eq: "plain", startsWith: "plain" } as const;

/** https://learn.microsoft.com/graph/api/resources/signin#properties */
export const signInProperties: ReadonlySet<string> = new Set([
  "id",
  "createdDateTime",
  "userId",
  "userDisplayName",
  "userPrincipalName",
  "appId",
  "appDisplayName",
  "ipAddress",
  "clientAppUsed",
  "correlationId",
  "conditionalAccessStatus",
  "isInteractive",
  "homeTenantId",
  "resourceTenantId",
  "resourceDisplayName",
  "resourceId",
  "riskDetail",
  "riskLevelAggregated",
  "riskLevelDuringSignIn",
  "riskState",
  "riskEventTypes",
  "riskEventTypes_v2",
  "status",
  "deviceDetail",
  "location",
  "appliedConditionalAccessPolicies",
]);

/** What can be asked of the sign-in log: https://learn.microsoft.com/graph/api/signin-list */
export const signInResource: Resource<SignInRecord> = {
  name: "SignIn",
  type: "microsoft.graph.signIn",
  properties: {
    id: { read: (row) => row.id, filter: eq },
    createdDateTime: {
      read: (row) => row.createdDateTime,
      filter: { eq: "plain", "ge-le": "plain" },
      orderBy: "plain",
    },
    userId: { read: (row) => row.userId, filter: eq },
    userDisplayName: { read: (row) => row.userDisplayName, filter: text },
    userPrincipalName: { read: (row) => row.userPrincipalName, filter: text },
    appId: { read: (row) => row.appId, filter: eq },
    appDisplayName: { read: (row) => row.appDisplayName, filter: text },
    ipAddress: { read: (row) => row.ipAddress, filter: text },
    clientAppUsed: { read: (row) => row.clientAppUsed, filter: eq },
    conditionalAccessStatus: { read: () => "notApplied", filter: eq },
    "status/errorCode": { read: (row) => row.errorCode, filter: eq },
    resourceId: { read: () => null, filter: eq },
    resourceDisplayName: { read: () => null, filter: eq },
    riskState: { read: () => "none", filter: eq },
    riskLevelDuringSignIn: { read: () => "none", filter: eq },
    riskLevelAggregated: { read: () => "none", filter: eq },
  },
  known: signInProperties,
};
