import type { DecisionKind } from "@/lib/domain/decision";
import type { AuditRecord } from "@/lib/domain/outcome";
import type { Graph } from "../graph";
import { AUDIT_SCOPES, auditOnWire, type AuditOnWire } from "./audit-record";

/**
 * What Entra calls the acts:
 * https://learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities
 */
const ACTIVITY: Readonly<Record<Exclude<DecisionKind, "keep">, string>> = {
  block: "Disable account",
  unblock: "Enable account",
  remove: "Delete user",
  restore: "Restore user",
  resend: "Invite external user",
};

export interface AuditQuestion {
  readonly kind: Exclude<DecisionKind, "keep">;
  readonly guestId: string;
  readonly actorId: string;
  /** Sent with the request as `client-request-id`; Entra keeps it as the record's correlation id. */
  readonly correlationId: string;
}

/**
 * The record that Entra itself keeps of one request, found by its correlation id; null while there is none. What
 * happened to the same account at about the same time proves nothing of this request.
 * https://learn.microsoft.com/graph/api/directoryaudit-list
 */
export async function findAuditRecord(
  graph: Graph,
  question: AuditQuestion,
  signal?: AbortSignal,
): Promise<AuditRecord | null> {
  const filter = `correlationId eq '${question.correlationId}'`;
  const path = `/auditLogs/directoryAudits?$filter=${encodeURIComponent(filter)}`;
  const options = { scopes: AUDIT_SCOPES, schema: auditOnWire, ...(signal && { signal }) };
  for await (const { items } of graph.pages(path, options)) {
    const found = items.find((record) => answers(record, question));
    if (found !== undefined) return { id: found.id, correlationId: question.correlationId };
  }
  return null;
}

/** Whether the record is of this request: services may ignore a filter, so every row is checked. */
function answers(record: AuditOnWire, question: AuditQuestion): boolean {
  const { kind, actorId, guestId, correlationId } = question;
  const { initiatedBy, targetResources } = record;
  return (
    record.correlationId?.toLowerCase() === correlationId.toLowerCase() &&
    record.activityDisplayName === ACTIVITY[kind] &&
    record.result === "success" &&
    initiatedBy?.user?.id === actorId &&
    (targetResources ?? []).some(({ id }) => id === guestId)
  );
}
