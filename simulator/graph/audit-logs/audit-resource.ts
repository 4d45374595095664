import type { Resource } from "../odata/resource.ts";
import type { AuditRecord } from "../../state/logs.ts";

const eq = { eq: "plain" } as const;
const text = { eq: "plain", startsWith: "plain" } as const;

/** https://learn.microsoft.com/graph/api/resources/directoryaudit#properties */
export const auditProperties: ReadonlySet<string> = new Set([
  "id",
  "category",
  "correlationId",
  "result",
  "resultReason",
  "activityDisplayName",
  "activityDateTime",
  "loggedByService",
  "operationType",
  "initiatedBy",
  "targetResources",
  "additionalDetails",
]);

/** What can be asked of the audit log: https://learn.microsoft.com/graph/api/directoryaudit-list */
export const auditResource: Resource<AuditRecord> = {
  name: "DirectoryAudit",
  type: "microsoft.graph.directoryAudit",
  properties: {
    activityDateTime: {
      read: (row) => row.activityDateTime,
      filter: { eq: "plain", "ge-le": "plain" },
      orderBy: "plain",
    },
    activityDisplayName: { read: (row) => row.activityDisplayName, filter: text },
    loggedByService: { read: (row) => row.loggedByService, filter: eq },
    correlationId: { read: (row) => row.correlationId, filter: eq },
    "initiatedBy/user/id": { read: (row) => row.initiatedBy.user?.id, filter: eq },
    "initiatedBy/user/displayName": {
      read: (row) => row.initiatedBy.user?.displayName,
      filter: eq,
    },
    "initiatedBy/user/userPrincipalName": {
      read: (row) => row.initiatedBy.user?.userPrincipalName,
      filter: text,
    },
    "initiatedBy/app/appId": { read: (row) => row.initiatedBy.app?.appId, filter: eq },
    "initiatedBy/app/displayName": { read: (row) => row.initiatedBy.app?.displayName, filter: eq },
    "targetResources[]": { read: (row) => row.targetResources },
    "targetResources[]/id": { read: (row) => row.targetResources, filter: eq },
    "targetResources[]/displayName": { read: (row) => row.targetResources, filter: text },
  },
  known: auditProperties,
};
