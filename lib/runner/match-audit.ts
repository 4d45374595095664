import { audited } from "@/lib/domain/resolve-outcome";
import type { Outcome, Result } from "@/lib/domain/outcome";
import type { Graph } from "@/lib/graph/graph";
import { findAuditRecord } from "@/lib/graph/audit/find-audit-record";
import { firstStepOf } from "@/lib/operations/step-driver";
import { handlerOf } from "@/lib/operations/registry";
import { auditQuestionOf, type Unresolved } from "./resolve-operation";

/** Results for which Entra's audit log may have a record of the request. */
export const MAY_HAVE_HAPPENED: ReadonlySet<Result> = new Set<Result>([
  "done",
  "unknown",
  "failed",
]);

/**
 * The outcome that a record of Entra's audit log proves; null when the log has no such record, or not yet, since it is
 * minutes late. Throws what reading the log throws.
 */
export async function matchAudit(
  unresolved: Unresolved,
  graph: Graph,
  signal?: AbortSignal,
): Promise<Outcome | null> {
  const { operation, outcome } = unresolved;
  if (!isOneRequest(unresolved) || outcome?.evidence === "audited") return null;
  // Only a change that was made leaves a record. We may be wrong about a failure.
  if (outcome !== null && !MAY_HAVE_HAPPENED.has(outcome.result)) return null;
  const auditRecord = await findAuditRecord(
    graph,
    auditQuestionOf(unresolved, firstStepOf(operation)),
    signal,
  );
  return auditRecord === null ? null : audited(auditRecord, outcome);
}

/**
 * Whether one record can prove an operation, that is, whether it was one request. A done operation without outcomes of
 * single steps had nothing to do in its later steps.
 */
export function isOneRequest({
  operation,
  outcome,
  steps,
}: Pick<Unresolved, "operation" | "outcome"> & { readonly steps: readonly unknown[] }): boolean {
  if (handlerOf(operation.kind).sendsNothing || steps.length > 0) return false;
  return operation.steps.length < 2 || outcome?.result === "done";
}
