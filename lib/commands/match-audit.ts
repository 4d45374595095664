import type { DecisionKind } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";
import type { Instant } from "@/lib/domain/time";
import { findAuditRecord } from "@/lib/graph/audit/find-audit-record";
import type { Graph } from "@/lib/graph/graph";

/** Clocks differ a little, and an act may wait for its turn after it was decided. */
const BEFORE_MILLISECONDS = 5 * 60_000;
const AFTER_MILLISECONDS = 2 * 3_600_000;

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
  { id, kind, guestId, actorId, recordedAt, outcome }: Auditable,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Outcome | null> {
  if (kind === "keep" || outcome?.evidence === "audited") return null;
  // Only what was done, or may have been, can have left a record of ours.
  if (outcome !== null && outcome.result !== "done" && outcome.result !== "unknown") return null;
  const from = recordedAt - BEFORE_MILLISECONDS;
  const to = recordedAt + AFTER_MILLISECONDS;
  const match = await findAuditRecord(
    graph,
    { kind, guestId, actorId, tracking: id, from, to },
    signal,
  );
  if (match === null) return null;
  return {
    result: "done",
    evidence: "audited",
    detail: `Entra audit record ${match.id}`.slice(0, 1_000),
    requestId: outcome?.requestId ?? null,
  };
}
