import type { DecisionKind } from "@/lib/domain/decision";
import type { Instant } from "@/lib/domain/time";
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
  /** Sent with the act as `client-request-id`; where Entra kept it, it beats the time. */
  readonly tracking: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface AuditMatch {
  readonly id: string;
  readonly at: Instant;
}

/** The record that Entra itself keeps of an act; null while there is none, or more than one could be meant. */
export async function findAuditRecord(
  graph: Graph,
  question: AuditQuestion,
  signal?: AbortSignal,
): Promise<AuditMatch | null> {
  const filter = [
    `targetResources/any(t:t/id eq '${question.guestId}')`,
    `activityDateTime ge ${new Date(question.from).toISOString()}`,
    `activityDateTime le ${new Date(question.to).toISOString()}`,
  ].join(" and ");
  const path = `/auditLogs/directoryAudits?$filter=${encodeURIComponent(filter)}`;
  const found: AuditOnWire[] = [];
  const options = { scopes: AUDIT_SCOPES, schema: auditOnWire, ...(signal && { signal }) };
  for await (const { items } of graph.pages(path, options)) {
    found.push(...items.filter((record) => answers(record, question)));
  }
  const tracked = found.filter(({ correlationId }) => correlationId === question.tracking);
  const [match, another] = tracked.length > 0 ? tracked : found;
  if (match === undefined || another !== undefined) return null;
  return { id: match.id, at: Date.parse(match.activityDateTime) };
}

function answers(record: AuditOnWire, { kind, actorId, guestId }: AuditQuestion): boolean {
  return (
    record.activityDisplayName === ACTIVITY[kind] &&
    record.result === "success" &&
    record.initiatedBy?.user?.id === actorId &&
    (record.targetResources ?? []).some(({ id }) => id === guestId)
  );
}
