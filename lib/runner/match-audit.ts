import { audited } from "@/lib/domain/resolve-outcome";
import type { Outcome } from "@/lib/domain/outcome";
import type { Graph } from "@/lib/graph/graph";
import { findAuditRecord } from "@/lib/graph/audit/find-audit-record";
import { firstStepOf } from "@/lib/operations/first-step";
import { auditQuestionOf, type Unresolved } from "./resolve-operation";

/**
 * The outcome as Entra's own audit log proves it; null when the log has no such record, or not yet: it is minutes
 * late. Throws what reading the log throws.
 */
export async function matchAudit(
  unresolved: Unresolved,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Outcome | null> {
  const { operation, outcome, steps } = unresolved;
  // One record proves one request, not all of several.
  if (operation.kind === "keep" || steps.length > 1 || outcome?.evidence === "audited") return null;
  // Only what was done, or may have been, can have left a record of ours.
  if (outcome !== null && outcome.result !== "done" && outcome.result !== "unknown") return null;
  const auditRecord = await findAuditRecord(
    graph,
    auditQuestionOf(unresolved, firstStepOf(operation)),
    signal,
  );
  return auditRecord === null ? null : audited(auditRecord, outcome);
}
