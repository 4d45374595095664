import type { Known } from "@/lib/domain/decision";
import type { Outcome } from "@/lib/domain/outcome";
import type { DirectoryState } from "@/lib/graph/acts/read-state";
import { readState } from "@/lib/graph/acts/read-state";
import { type ActingKind, isApplied } from "./check-state";
import type { Doors } from "./doors";
import { type Auditable, matchAudit } from "./match-audit";
import { OutcomeBook } from "./outcome-book";
import { pause } from "./pause";

/** Somebody else's run may still be going on in a browser that we do not see: it is left so long. */
const OTHERS_AFTER_MILLISECONDS = 30 * 60_000;
/** What was sent may take so long to show; only then is it said that it was not applied. */
const LAG_MILLISECONDS = 20_000;
const LOOK_EVERY_MILLISECONDS = 5_000;
const AT_ONCE = 4;

export interface Unsettled extends Auditable {
  readonly kind: ActingKind;
  readonly planId: string;
  readonly known: Known;
}

export interface SettledDecision {
  readonly decisionId: string;
  /** Null when it could not be settled now: it runs, or nothing could be read. */
  readonly outcome: Outcome | null;
}

/** Says of decisions without an outcome what became of them, by reading the directory; sends nothing to it. */
export async function settle(
  decisions: readonly Unsettled[],
  doors: Doors,
  onSettled: (settled: SettledDecision) => void = () => undefined,
): Promise<readonly SettledDecision[]> {
  const book = new OutcomeBook(doors, { broken: () => undefined, unsaved: () => undefined });
  const settled: SettledDecision[] = [];
  const waiting = [...decisions];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await settleOne(next, doors);
      const one = { decisionId: next.id, outcome };
      // What was unknown and still is, is no news.
      if (outcome !== null && !(outcome.result === "unknown" && next.outcome !== null)) {
        book.write({ id: next.id, guestId: next.guestId }, outcome);
      }
      settled.push(one);
      onSettled(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await book.close();
  return settled;
}

async function settleOne(decision: Unsettled, doors: Doors): Promise<Outcome | null> {
  if (await mayStillRun(decision, doors)) return null;
  try {
    if (decision.kind === "resend") return (await audited(decision, doors)) ?? unknownMail();
    const state = await readUntilShown(decision, doors);
    if (isApplied(decision.kind, state)) return done(decision);
    // Of an account that is gone or a member by now, only the audit log can say what was done to it before.
    const comparable = state.kind === "guest" || decision.kind === "restore";
    const proof = comparable ? null : await audited(decision, doors);
    return proof ?? notDone(decision, state);
  } catch {
    // Not read is not settled: the next visit tries again.
    return null;
  }
}

async function readUntilShown(
  { kind, guestId, recordedAt }: Unsettled,
  { graph, clock }: Doors,
): Promise<DirectoryState> {
  const began = clock.now();
  const until = Math.min(recordedAt, began) + LAG_MILLISECONDS;
  for (;;) {
    const state = await readState(graph, guestId);
    const left = until - clock.now();
    if (isApplied(kind, state) || left <= 0) return state;
    await pause(clock, Math.min(left, LOOK_EVERY_MILLISECONDS));
  }
}

async function mayStillRun(decision: Unsettled, doors: Doors): Promise<boolean> {
  const isMine = decision.actorId === doors.me.userId;
  if (isMine) return await doors.running.isRunning(decision.planId);
  return doors.clock.now() - decision.recordedAt < OTHERS_AFTER_MILLISECONDS;
}

async function audited(decision: Unsettled, { graph }: Doors): Promise<Outcome | null> {
  try {
    return await matchAudit(decision, graph);
  } catch {
    // Without the permission or the licence to read the log it stays unknown, which is true.
    return null;
  }
}

function done({ outcome }: Unsettled): Outcome {
  return outcomeWith(outcome, "done", null);
}

function notDone({ outcome }: Unsettled, state: DirectoryState): Outcome {
  const gone = state.kind === "absent" || state.kind === "deleted";
  const why = gone ? "the account is gone" : "the directory does not show the change";
  return outcomeWith(outcome, "failed", `Never sent, or not applied: ${why}.`);
}

function outcomeWith(
  before: Outcome | null,
  result: Outcome["result"],
  detail: string | null,
): Outcome {
  return { result, evidence: "observed", detail, requestId: before?.requestId ?? null };
}

function unknownMail(): Outcome {
  const detail = "Whether the mail went out cannot be read from the account.";
  return { result: "unknown", evidence: "reported", detail, requestId: null };
}

/** Sends outcomes to the ledger that an earlier page could not; what still fails stays in the spool. */
export async function emptySpool(doors: Doors): Promise<void> {
  const entries = doors.spool.all();
  for (let start = 0; start < entries.length; start += 100) {
    const group = entries.slice(start, start + 100);
    await doors.append({ entries: [...group], cards: [] });
    doors.spool.drop(group.map(({ id }) => id));
  }
}
