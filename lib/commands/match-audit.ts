import type { DecisionKind } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import { audited } from "@/lib/domain/resolve-outcome";
import { ACTIVITY, findAuditRecord } from "@/lib/graph/audit/find-audit-record";
import type { Graph } from "@/lib/graph/graph";

export interface Auditable {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly guestId: string;
  readonly actorId: string;
  readonly recordedAt: Instant;
  readonly outcome: Outcome | null;
}

/**
 * The outcome as Entra's own audit log proves it; null when the log has no such record, or not yet: it is minutes
 * late. Throws what reading the log throws.
 */
export async function matchAudit(
  { id, kind, guestId, actorId, outcome }: Auditable,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Outcome | null> {
  if (kind === "keep" || outcome?.evidence === "audited") return null;
  // Only what was done, or may have been, can have left a record of ours.
  if (outcome !== null && outcome.result !== "done" && outcome.result !== "unknown") return null;
  const question = { activity: ACTIVITY[kind], targetId: guestId, actorId, correlationId: id };
  const auditRecord = await findAuditRecord(graph, question, signal);
  return auditRecord === null ? null : audited(auditRecord, outcome);
}
