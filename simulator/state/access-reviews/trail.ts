import type { Directory } from "../directory.ts";
import type { User } from "../entities.ts";
import type { AuditRecord, AuditTarget } from "../logs.ts";
import type { Somebody } from "./rows.ts";

/** Who acts when nobody does: decisions and applications carry this id. */
export const nobodyId = "00000000-0000-0000-0000-000000000000";

/** The name under which the service decides and applies. */
export const service: Somebody = {
  id: nobodyId,
  displayName: "AAD Access Reviews",
  userPrincipalName: "AAD Access Reviews",
};

interface AuditedChange {
  at: number;
  /** The service itself when null. */
  by: Somebody | null;
  activity: string;
  category: string;
  operationType: string;
  targets: AuditTarget[];
  /** Who keeps the record, where it is not the directory itself. */
  loggedByService?: string;
  details?: Record<string, string>;
}

/** Writes what the review service did into Entra's audit log, as of when it did it. */
export function recordAuditedChange(directory: Directory, change: AuditedChange): void {
  const { by } = change;
  const record: AuditRecord = {
    id: `Reviews_${directory.newId()}_${directory.audits.length + 1}`,
    category: change.category,
    correlationId: directory.newId(),
    result: "success",
    resultReason: "",
    activityDisplayName: change.activity,
    activityDateTime: new Date(change.at).toISOString(),
    loggedByService: change.loggedByService ?? "Core Directory",
    operationType: change.operationType,
    initiatedBy: {
      user: by,
      app: by === null ? { appId: null, displayName: service.displayName } : null,
    },
    targetResources: change.targets,
    additionalDetails: Object.entries(change.details ?? {}).map(([key, value]) => ({ key, value })),
  };
  directory.audits.push(record);
}

/** Tells tests what the service changed, in the words of the request that a person would have sent. */
export function noteServiceEffect(
  directory: Directory,
  at: number,
  effect: { by: Somebody | null; method: string; path: string; kind: string; targetId: string },
): void {
  directory.effects.push({
    sequence: directory.effects.length + 1,
    at: new Date(at).toISOString(),
    actorId: effect.by?.id ?? nobodyId,
    method: effect.method,
    path: effect.path,
    kind: effect.kind,
    targetId: effect.targetId,
    answered: "yes",
  });
}

export function target(id: string, displayName: string | null, type: string): AuditTarget {
  return { id, displayName, type, userPrincipalName: null, modifiedProperties: [] };
}

export function personTarget(user: User): AuditTarget {
  const { id, displayName, userPrincipalName } = user;
  return { ...target(id, displayName, "User"), userPrincipalName };
}
