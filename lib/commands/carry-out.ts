import type { Outcome } from "@/lib/domain/outcome";
import { readStateBeforeActing, SCOPES_TO_READ_STATE } from "@/lib/graph/acts/read-state";
import { act, type ActingDecision, scopesOfAct } from "./act";
import { type ActFailure, judgeFailure } from "./act-failure";
import { whyNot } from "./check-state";
import type { Doors } from "./doors";
import { confirm, shortened, showsIt } from "./read-back";
import { revoke } from "./revoke";
import type { Ride } from "./ride";

/** So often is an act tried that Graph puts off, each time only after reading that it was not applied. */
const MOST_TRIES = 5;
const LONGEST_WAIT_SECONDS = 300;
/** Where Graph asks for patience without saying how much, or the browser may not see it. */
const LONGEST_BACKOFF_SECONDS = 60;

/**
 * Carries one decision out whose intent is on the ledger: looks first, sends once, and says what became of it.
 * "unknown" is to be settled by reading, never by calling this again.
 */
export async function carryOut(
  decision: ActingDecision,
  doors: Doors,
  ride: Ride,
): Promise<Outcome> {
  let busy: Busy | null = null;
  for (let tries = 1; ; tries += 1) {
    // The turn comes first: what was seen before a long wait would be no news.
    await takeTurns(decision, ride);
    const looked = await lookFirst(decision, doors, ride);
    if (looked.outcome !== null) {
      return busy === null
        ? looked.outcome
        : await afterBusy(looked.outcome, busy, decision, doors, ride);
    }
    ride.sending(decision.id);
    const sent = await send(decision, looked.mail, doors, ride);
    if (sent.outcome !== null) return sent.outcome;
    ({ busy } = sent);
    hold(busy, tries, ride);
    // A mail that went out leaves nothing to look at, so it is never sent a second time.
    if (decision.kind === "resend" || tries >= MOST_TRIES) return answered("unknown", busy);
  }
}

/** A block is two writes, and nothing may happen to the guest between them: both turns are taken first. */
async function takeTurns({ kind }: ActingDecision, { turns, halt }: Ride): Promise<void> {
  if (kind === "block") await turns.take(halt.signal);
  await turns.take(halt.signal);
}

type Looked =
  { readonly outcome: Outcome } | { readonly outcome: null; readonly mail: string | null };

async function lookFirst(decision: ActingDecision, doors: Doors, ride: Ride): Promise<Looked> {
  const policy = await ride.policy();
  if (policy === null) return { outcome: notAttempted("the policy could not be read") };
  try {
    const state = await readStateBeforeActing(doors.graph, decision.guestId, ride.halt.signal);
    if (ride.halt.isStopped()) return { outcome: notAttempted("the run was stopped") };
    const outcome = whyNot(decision, state, policy, doors.me.userId);
    return outcome === null
      ? { outcome, mail: state.kind === "guest" ? state.mail : null }
      : { outcome };
  } catch (error) {
    if (ride.halt.isStopped()) return { outcome: notAttempted("the run was stopped") };
    const failure = judgeFailure(error, SCOPES_TO_READ_STATE);
    if (failure.kind === "stop") ride.halt.because(failure.stopped);
    if (failure.kind === "forbidden") await ride.forbidden(decision.kind);
    return { outcome: notAttempted(`the account could not be read first. ${failure.detail}`) };
  }
}

type Busy = Extract<ActFailure, { kind: "busy" }>;
type Sent = { readonly outcome: Outcome } | { readonly outcome: null; readonly busy: Busy };

async function send(
  decision: ActingDecision,
  mail: string | null,
  doors: Doors,
  ride: Ride,
): Promise<Sent> {
  try {
    const acted = await act(decision, mail, doors);
    ride.allowed();
    return { outcome: await concluded(decision, acted, doors, ride) };
  } catch (error) {
    const failure = judgeFailure(error, scopesOfAct(decision.kind));
    if (failure.kind === "busy") return { outcome: null, busy: failure };
    return { outcome: await outcomeOf(failure, decision, doors, ride) };
  }
}

async function concluded(
  decision: ActingDecision,
  acted: { readonly requestId: string | null; readonly detail: string | null },
  doors: Doors,
  ride: Ride,
): Promise<Outcome> {
  const detail = decision.kind === "block" ? await revoke(decision, doors, ride) : acted.detail;
  return await confirm(decision, { ...acted, detail }, doors);
}

async function outcomeOf(
  failure: Exclude<ActFailure, Busy>,
  decision: ActingDecision,
  doors: Doors,
  ride: Ride,
): Promise<Outcome> {
  switch (failure.kind) {
    case "stop":
      ride.halt.because(failure.stopped);
      return notAttempted(failure.detail);
    case "forbidden":
      await ride.forbidden(decision.kind);
      return answered("refused", failure);
    case "failed":
      return answered("failed", failure);
    case "not-found":
      return (await showsIt(decision, doors)) === true
        ? {
            ...answered("already-so", { detail: null, requestId: failure.requestId }),
            evidence: "observed",
          }
        : answered("failed", failure);
    case "lost":
      return await afterLostAnswer(decision, failure, doors, ride);
  }
}

/** One look at once: what it does not show may still come, and is settled at the end of the run. */
async function afterLostAnswer(
  decision: ActingDecision,
  failure: Extract<ActFailure, { kind: "lost" }>,
  doors: Doors,
  ride: Ride,
): Promise<Outcome> {
  if ((await showsIt(decision, doors)) !== true) return answered("unknown", failure);
  return await concluded(decision, { requestId: failure.requestId, detail: null }, doors, ride);
}

/** What was answered "not now" may have been applied all the same. */
async function afterBusy(
  looked: Outcome,
  busy: Busy,
  decision: ActingDecision,
  doors: Doors,
  ride: Ride,
): Promise<Outcome> {
  if (looked.result !== "already-so") return answered("unknown", busy);
  return await concluded(decision, { requestId: busy.requestId, detail: null }, doors, ride);
}

function hold({ retryAfterSeconds }: Busy, tries: number, ride: Ride): void {
  const seconds = retryAfterSeconds ?? Math.min(LONGEST_BACKOFF_SECONDS, 2 ** tries);
  if (seconds > LONGEST_WAIT_SECONDS) ride.halt.because({ kind: "asked-to-wait", seconds });
  ride.turns.hold(Math.min(LONGEST_WAIT_SECONDS, Math.max(1, seconds)));
}

function answered(
  result: Outcome["result"],
  { detail, requestId }: { readonly detail: string | null; readonly requestId: string | null },
): Outcome {
  return { result, evidence: "reported", detail, requestId: shortened(requestId) };
}

/** The outcome of a decision for which nothing was sent. */
export function notAttempted(why: string): Outcome {
  return {
    result: "failed",
    evidence: "reported",
    detail: `Not attempted: ${why}`,
    requestId: null,
  };
}
