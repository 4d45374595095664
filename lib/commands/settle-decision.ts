import type { Known } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";
import { LEAVES_NO_TRACE, resolveOutcome, unknown } from "@/lib/domain/resolve-outcome";
import { readState } from "@/lib/graph/acts/read-state";
import { ACTIVITY } from "@/lib/graph/audit/find-audit-record";
import { askAuditLog } from "./ask-audit-log";
import { type ActingKind, isApplied } from "./check-state";
import type { Doors } from "./doors";
import type { Lease } from "./leases";
import type { Auditable } from "./match-audit";
import { pause } from "./pause";
import { leftOf, SETTLE_EVERY_MILLISECONDS } from "./settled-outcome";

export interface UnsettledDecision extends Auditable {
  readonly of: "decision";
  readonly kind: ActingKind;
  readonly planId: string;
  readonly known: Known;
}

/**
 * What became of a decision about a guest's account: Entra's audit log is asked first, then the directory. Null while it
 * is too early to say. Throws what reading the directory throws.
 */
export async function settleDecision(
  decision: UnsettledDecision,
  doors: Doors,
  { serverNow }: Pick<Lease, "serverNow">,
): Promise<Outcome | null> {
  const { id, kind, guestId, actorId, recordedAt, outcome: before } = decision;
  const act = { activity: ACTIVITY[kind], targetId: guestId };
  const question = { ...act, actorId, correlationId: id };
  const audit = await askAuditLog(question, act, recordedAt, doors.graph);
  const isProven = audit.kind === "proven";
  if (!isProven && kind === "resend") return unknown(before, LEAVES_NO_TRACE);
  const patience = leftOf(recordedAt, serverNow());
  const shown = !isProven && (await isShown(decision, patience, doors)) ? "shown" : "not-shown";
  const now = serverNow();
  const outcome = resolveOutcome({ before, recordedAt, now, audit, shown, trace: "none" });
  if (kind !== "block" || outcome?.result !== "done" || before?.result === "done") return outcome;
  const sessions = "Whether sessions were ended is not known.";
  return { ...outcome, detail: `${sessions} ${outcome.detail ?? ""}`.trimEnd() };
}

async function isShown(
  { kind, guestId }: UnsettledDecision,
  patience: number,
  { graph, clock }: Doors,
): Promise<boolean> {
  const until = clock.now() + patience;
  for (;;) {
    const state = await readState(graph, guestId);
    if (isApplied(kind, state)) return true;
    const left = until - clock.now();
    if (left <= 0) return false;
    await pause(clock, Math.min(left, SETTLE_EVERY_MILLISECONDS));
  }
}
