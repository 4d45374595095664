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

/**
 * Carries one decision out whose intent is on the ledger: looks first, sends once, and says what became of it.
 * "unknown" is to be settled by reading, never by calling this again.
 */
export async function carryOut(
  decision: ActingDecision,
  doors: Doors,
  ride: Ride,
): Promise<Outcome> {
  const looked = await lookFirst(decision, doors, ride);
  if (looked.outcome !== null) return looked.outcome;
  await ride.turns.take(ride.halt.signal);
  if (ride.halt.isStopped()) return notAttempted("the run was stopped");
  for (let tries = 1; ; tries += 1) {
    ride.sending(decision.id);
    const sent = await send(decision, looked.mail, doors, ride);
    if (sent.outcome !== null) return sent.outcome;
    const settled = await afterBusy(decision, sent.busy, doors, ride);
    if (settled !== null) return settled;
    if (tries >= MOST_TRIES) return answered("unknown", sent.busy);
    await ride.turns.take(ride.halt.signal);
    if (ride.halt.isStopped()) return answered("unknown", sent.busy);
  }
}

type Looked =
  { readonly outcome: Outcome } | { readonly outcome: null; readonly mail: string | null };

async function lookFirst(decision: ActingDecision, doors: Doors, ride: Ride): Promise<Looked> {
  const policy = await ride.policy();
  if (policy === null) return { outcome: notAttempted("the policy could not be read") };
  try {
    const state = await readStateBeforeActing(doors.graph, decision.guestId, ride.halt.signal);
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

/** Waits as Graph asked, then looks: an act may have been applied that was answered "not now". */
async function afterBusy(
  decision: ActingDecision,
  busy: Busy,
  doors: Doors,
  ride: Ride,
): Promise<Outcome | null> {
  const asked = busy.retryAfterSeconds ?? 0;
  if (asked > LONGEST_WAIT_SECONDS) ride.halt.because({ kind: "asked-to-wait", seconds: asked });
  ride.turns.hold(Math.min(LONGEST_WAIT_SECONDS, Math.max(1, asked || 5)));
  // A mail that went out leaves nothing to look at, so it is never sent a second time.
  if (decision.kind === "resend") return answered("unknown", busy);
  await ride.turns.waitOut(ride.halt.signal);
  if (ride.halt.isStopped()) return answered("unknown", busy);
  const shows = await showsIt(decision, doors);
  if (shows === null) return answered("unknown", busy);
  if (!shows) return null;
  return await concluded(decision, { requestId: busy.requestId, detail: null }, doors, ride);
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
