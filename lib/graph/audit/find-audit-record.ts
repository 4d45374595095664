import type { AuditRecord } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import type { Graph } from "../graph";
import { AUDIT_SCOPES, auditOnWire, type AuditOnWire } from "./audit-record";

export interface AuditQuestion {
  /** Entra's name of the activity; null where any activity with the correlation id will do. */
  readonly activity: string | null;
  /** What was acted on; null where any object will do. */
  readonly targetId: string | null;
  readonly actorId: string;
  /** Sent with the request as `client-request-id`; Entra keeps it as the record's correlation id. */
  readonly correlationId: string;
}

/**
 * Entra's own record of one request, found by its correlation id; null while there is none. A record of the same object
 * at about the same time proves nothing about this request.
 * https://learn.microsoft.com/graph/api/directoryaudit-list
 */
export async function findAuditRecord(
  graph: Graph,
  question: AuditQuestion,
  signal?: AbortSignal,
): Promise<AuditRecord | null> {
  const filter = `correlationId eq '${question.correlationId}'`;
  for await (const record of records(graph, filter, signal)) {
    if (answers(record, question)) return { id: record.id, correlationId: question.correlationId };
  }
  return null;
}

export interface SameActivity {
  readonly activity: string;
  /** The changed object; null for a created one, whose id is not known: any activity of this person counts. */
  readonly targetId: string | null;
  readonly actorId: string;
  /** Earlier records do not count. */
  readonly since: Instant;
}

/** Whether the audit log has such an activity since then: on this object by anybody, or by this person on any object. */
export async function hasSameActivity(
  graph: Graph,
  { activity, targetId, actorId, since }: SameActivity,
  signal?: AbortSignal,
): Promise<boolean> {
  const filter = [
    `activityDateTime ge ${new Date(since).toISOString()}`,
    `activityDisplayName eq '${activity}'`,
    targetId === null
      ? `initiatedBy/user/id eq '${actorId}'`
      : `targetResources/any(t:t/id eq '${targetId}')`,
  ].join(" and ");
  for await (const record of records(graph, filter, signal)) {
    const isSince = Date.parse(record.activityDateTime) >= since;
    const fits =
      targetId === null ? record.initiatedBy?.user?.id === actorId : isOn(record, targetId);
    if (isSince && fits && record.activityDisplayName === activity) return true;
  }
  return false;
}

/** Services may ignore a filter, so each row is checked. */
async function* records(graph: Graph, filter: string, signal: AbortSignal | undefined) {
  const path = `/auditLogs/directoryAudits?$filter=${encodeURIComponent(filter)}`;
  const options = { scopes: AUDIT_SCOPES, schema: auditOnWire, ...(signal && { signal }) };
  for await (const { items } of graph.pages(path, options)) yield* items;
}

function answers(record: AuditOnWire, question: AuditQuestion): boolean {
  const { activity, actorId, targetId, correlationId } = question;
  return (
    record.correlationId?.toLowerCase() === correlationId.toLowerCase() &&
    (activity === null || record.activityDisplayName === activity) &&
    record.result === "success" &&
    record.initiatedBy?.user?.id === actorId &&
    (targetId === null || isOn(record, targetId))
  );
}

function isOn({ targetResources }: AuditOnWire, targetId: string): boolean {
  return (targetResources ?? []).some(({ id }) => id?.toLowerCase() === targetId.toLowerCase());
}
