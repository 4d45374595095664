import type { AuditAnswer } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import {
  type AuditQuestion,
  findAuditRecord,
  hasSameAct,
} from "@/lib/graph/audit/find-audit-record";
import type { Graph } from "@/lib/graph/graph";

/** The clock of the ledger and that of Entra may differ a little. */
const SKEW_MILLISECONDS = 5 * 60_000;

/**
 * What Entra's audit log says of one request: its own record, or else whether the log has the same act at all. Never
 * throws: a log that cannot be read is an answer too.
 */
export async function askAuditLog(
  question: AuditQuestion,
  recordedAt: Instant,
  graph: Graph,
): Promise<AuditAnswer> {
  const { activity, targetId } = question;
  try {
    const record = await findAuditRecord(graph, question);
    if (record !== null) return { kind: "proven", record };
    if (activity === null || targetId === null) return { kind: "none", others: false };
    const since = recordedAt - SKEW_MILLISECONDS;
    const others = await hasSameAct(graph, { activity, targetId, since });
    return { kind: "none", others };
  } catch {
    return { kind: "not-read" };
  }
}
