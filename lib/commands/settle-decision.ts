import type { Known } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";
import type { DirectoryState } from "@/lib/graph/acts/read-state";
import { readState } from "@/lib/graph/acts/read-state";
import { type ActingKind, isApplied } from "./check-state";
import type { Doors } from "./doors";
import { type Auditable, matchAudit } from "./match-audit";
import { pause } from "./pause";
import { outcomeWith, mustShowBy, SETTLE_EVERY_MILLISECONDS } from "./settled-outcome";

export interface UnsettledDecision extends Auditable {
  readonly of: "decision";
  readonly kind: ActingKind;
  readonly planId: string;
  readonly known: Known;
}

/** What became of a decision about a guest's account. Throws what reading the directory throws. */
export async function settleDecision(decision: UnsettledDecision, doors: Doors): Promise<Outcome> {
  if (decision.kind === "resend") return (await audited(decision, doors)) ?? unknownMail();
  const state = await readUntilShown(decision, doors);
  if (isApplied(decision.kind, state)) return outcomeWith(decision.outcome, "done", null);
  // Of an account that is gone or a member by now, only the audit log can say what was done to it before.
  const comparable = state.kind === "guest" || decision.kind === "restore";
  const proof = comparable ? null : await audited(decision, doors);
  return proof ?? notDone(decision, state);
}

async function readUntilShown(
  { kind, guestId, recordedAt }: UnsettledDecision,
  { graph, clock }: Doors,
): Promise<DirectoryState> {
  const until = mustShowBy(recordedAt, clock.now());
  for (;;) {
    const state = await readState(graph, guestId);
    const left = until - clock.now();
    if (isApplied(kind, state) || left <= 0) return state;
    await pause(clock, Math.min(left, SETTLE_EVERY_MILLISECONDS));
  }
}

async function audited(decision: UnsettledDecision, { graph }: Doors): Promise<Outcome | null> {
  try {
    return await matchAudit(decision, graph);
  } catch {
    // Without the permission or the licence to read the log it stays unknown, which is true.
    return null;
  }
}

function notDone({ outcome }: UnsettledDecision, state: DirectoryState): Outcome {
  const gone = state.kind === "absent" || state.kind === "deleted";
  const why = gone ? "the account is gone" : "the directory does not show the change";
  return outcomeWith(outcome, "failed", `Never sent, or not applied: ${why}.`);
}

function unknownMail(): Outcome {
  const detail = "Whether the mail went out cannot be read from the account.";
  return { result: "unknown", evidence: "reported", detail, requestId: null };
}
