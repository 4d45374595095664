import { audited } from "@/lib/domain/resolve-outcome";
import type { Outcome, Result } from "@/lib/domain/outcome";
import type { Graph } from "@/lib/graph/graph";
import { findAuditRecord } from "@/lib/graph/audit/find-audit-record";
import { firstStepOf } from "@/lib/operations/first-step";
import { handlerOf } from "@/lib/operations/registry";
import { auditQuestionOf, type Unresolved } from "./resolve-operation";

/** Results beside which Entra's audit log may hold a record of the request. */
export const MAY_HAVE_HAPPENED: ReadonlySet<Result> = new Set<Result>([
  "done",
  "unknown",
  "failed",
]);

/**
 * The outcome as Entra's own audit log proves it; null when the log has no such record, or not yet: it is minutes
 * late. Throws what reading the log throws.
 */
export async function matchAudit(
  unresolved: Unresolved,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Outcome | null> {
  const { operation, outcome } = unresolved;
  if (!isOneRequest(unresolved) || outcome?.evidence === "audited") return null;
  // Only what was done can have left a record of ours; that it failed may be what only we believe.
  if (outcome !== null && !MAY_HAVE_HAPPENED.has(outcome.result)) return null;
  const auditRecord = await findAuditRecord(
    graph,
    auditQuestionOf(unresolved, firstStepOf(operation)),
    signal,
  );
  return auditRecord === null ? null : audited(auditRecord, outcome);
}

/**
 * Whether one record can prove an operation: that it was one request. What is done without an outcome of a single step had
 * nothing to do in its later ones.
 */
export function isOneRequest({
  operation,
  outcome,
  steps,
}: Pick<Unresolved, "operation" | "outcome"> & { readonly steps: readonly unknown[] }): boolean {
  if (handlerOf(operation.kind).sendsNothing || steps.length > 0) return false;
  return operation.steps.length < 2 || outcome?.result === "done";
}
