import type { AuditAnswer } from "@/lib/domain/resolve-outcome";
import { CLOCK_SKEW_MILLISECONDS, type Instant } from "@/lib/domain/time";
import {
  type AuditQuestion,
  findAuditRecord,
  hasSameActivity,
  type SameActivity,
} from "@/lib/graph/audit/find-audit-record";
import type { Graph } from "@/lib/graph/graph";

/** The same for one step, with the object that the activity is about. */
export type AuditActivityOfStep =
  | Pick<SameActivity, "activity" | "targetId">
  | "cannot-be-undone"
  | "not-known";

/**
 * Asks Entra's audit log for one request's own record, or else whether the log has the same activity at all. Never
 * throws: "could not be read" is one of its answers.
 */
export async function askAuditLog(
  question: AuditQuestion,
  activity: AuditActivityOfStep,
  recordedAt: Instant,
  graph: Graph,
): Promise<AuditAnswer> {
  try {
    const record = await findAuditRecord(graph, question);
    if (record !== null) return { kind: "proven", record };
    if (activity === "cannot-be-undone") return { kind: "none", others: false };
    if (activity === "not-known") return { kind: "none", others: null };
    const since = recordedAt - CLOCK_SKEW_MILLISECONDS;
    const others = await hasSameActivity(graph, { ...activity, actorId: question.actorId, since });
    return { kind: "none", others };
  } catch {
    return { kind: "not-read" };
  }
}
