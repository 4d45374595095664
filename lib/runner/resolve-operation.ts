import type { Operation } from "@/lib/domain/operation";
import type { Outcome } from "@/lib/domain/outcome";
import { LEAVES_NO_TRACE, resolveOutcome, type Shown, unknown } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { sleep } from "@/lib/graph/sleep";
import type { AuditQuestion } from "@/lib/graph/audit/find-audit-record";
import type { OperationSet } from "@/lib/operations/operation-set";
import { handlerOf } from "@/lib/operations/registry";
import { askAuditLog, type UndoneAct } from "./ask-audit-log";
import type { Lease, RunnerServices } from "./runner-services";

/** How long what was sent may take to show; only then is it said that it was not applied. */
const LAG_MILLISECONDS = 20_000;
const LOOK_EVERY_MILLISECONDS = 5_000;

/** An operation without an outcome, or with an unknown one. */
export interface Unresolved {
  readonly operation: Operation;
  readonly actorId: string;
  readonly recordedAt: Instant;
  readonly outcome: Outcome | null;
}

/**
 * What became of an operation: Entra's audit log is asked first, then the directory. Null while it is too early to say.
 * Throws what reading the directory throws.
 */
export async function resolveOperation(
  unresolved: Unresolved,
  set: OperationSet,
  services: RunnerServices,
  { serverNow }: Pick<Lease, "serverNow">,
): Promise<Outcome | null> {
  const { operation, recordedAt, outcome: before } = unresolved;
  const { verificationMode, attribution, followUp } = handlerOf(operation.kind);
  const question = auditQuestionOf(unresolved);
  const act = undoneActOf(operation);
  // The log may be late by this instant's measure: what it has once the directory was read, nobody has looked at.
  const askedAt = serverNow();
  const audit = await askAuditLog(question, act, recordedAt, services.graph);
  const isProven = audit.kind === "proven";
  if (!isProven && verificationMode === "none") return unknown(before, LEAVES_NO_TRACE);
  // What was made is found by its mark, so it is looked for in either case.
  const shown =
    isProven && attribution === "none"
      ? "shown"
      : await readUntilShown(unresolved, set, services, serverNow());
  const findings = { before, recordedAt, now: askedAt, audit, shown, attribution };
  const outcome = resolveOutcome(findings);
  if (followUp === undefined || outcome?.result !== "done" || before?.result === "done") {
    return outcome;
  }
  return { ...outcome, detail: `${followUp.notKnown} ${outcome.detail ?? ""}`.trimEnd() };
}

/** What the audit log is asked for the record of an operation's own request. */
export function auditQuestionOf({ operation, actorId }: Unresolved): AuditQuestion {
  const act = undoneActOf(operation);
  // A block may send two requests with one correlation id; what else Entra calls an act is no matter.
  const named = operation.request === null && typeof act !== "string";
  return {
    activity: named ? act.activity : null,
    targetId: named ? act.targetId : null,
    actorId,
    correlationId: operation.id,
  };
}

function undoneActOf({ kind, guestId }: Operation): UndoneAct {
  const { audited } = handlerOf(kind);
  if (typeof audited === "string") return audited;
  return { activity: audited.activity, targetId: audited.target === "guest" ? guestId : null };
}

async function readUntilShown(
  { operation, actorId, recordedAt }: Unresolved,
  set: OperationSet,
  { clock }: RunnerServices,
  serverNow: Instant,
): Promise<Shown> {
  const lag = handlerOf(operation.kind).lagMilliseconds ?? LAG_MILLISECONDS;
  // Both instants are the server's; the waiting is by our own clock.
  const until = clock.now() + Math.min(lag, Math.max(0, recordedAt + lag - serverNow));
  const execution = { actorId, recordedAt, snapshot: null };
  for (;;) {
    const now = clock.now();
    const shown = await set.verify(operation, execution, Math.min(now, until));
    if (shown === "shown" || now >= until) return shown;
    await sleep(clock, Math.min(until - now, LOOK_EVERY_MILLISECONDS));
  }
}
