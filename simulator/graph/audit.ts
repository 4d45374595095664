import type { Call } from "./endpoint.ts";
import type { User } from "../state/entities.ts";
import type { AuditRecord, AuditTarget } from "../state/logs.ts";

export interface AuditedChange {
  /** For example `Update user`: https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities */
  activity: string;
  category: "UserManagement" | "GroupManagement" | "ApplicationManagement" | "RoleManagement";
  operationType: "Add" | "Assign" | "Update" | "Unassign" | "Delete";
  targets: AuditTarget[];
  loggedByService?: string;
  additionalDetails?: { key: string; value: string }[];
}

/** Writes one successful change of the caller into the tenant's own audit log. */
export function recordAudit(call: Call, change: AuditedChange): AuditRecord {
  const { directory, clock } = call.tenant;
  const actor = directory.users.get(call.caller.userId);
  const correlationId = call.headers.get("client-request-id") ?? directory.newId();
  const record: AuditRecord = {
    id: `Directory_${correlationId}_${directory.audits.length + 1}`,
    category: change.category,
    correlationId,
    result: "success",
    resultReason: "",
    activityDisplayName: change.activity,
    activityDateTime: clock.iso(),
    loggedByService: change.loggedByService ?? "Core Directory",
    operationType: change.operationType,
    initiatedBy: {
      user: {
        id: call.caller.userId,
        displayName: actor?.displayName ?? null,
        userPrincipalName: actor?.userPrincipalName ?? null,
      },
      app: null,
    },
    targetResources: change.targets,
    additionalDetails: change.additionalDetails ?? [],
  };
  directory.audits.push(record);
  return record;
}

/** A user as the target of an audited change; values are written as JSON, as Entra writes them. */
export function userTarget(
  user: User,
  modified: Record<string, { from: unknown; to: unknown }> = {},
): AuditTarget {
  return {
    id: user.id,
    displayName: user.displayName,
    type: "User",
    userPrincipalName: user.userPrincipalName,
    modifiedProperties: Object.entries(modified).map(([displayName, { from, to }]) => ({
      displayName,
      oldValue: from === undefined ? null : JSON.stringify([from]),
      newValue: to === undefined ? null : JSON.stringify([to]),
    })),
  };
}
