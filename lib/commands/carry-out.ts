import type { Outcome } from "@/lib/domain/outcome";
import { lostOutcome } from "@/lib/domain/resolve-outcome";
import type { Instant } from "@/lib/domain/time";
import { type ActFailure, judgeFailure } from "./act-failure";
import type { Doors } from "./doors";
import { notAttempted } from "./not-attempted";
import { pause } from "./pause";
import { confirm, shortened, sightOrNull } from "./prove";
import type { Ride } from "./ride";
import type { Acted, Deed, Looked, Trace, Way } from "./way";

/** So often is an act tried that Graph puts off, each time only after reading that it was not applied. */
const MOST_TRIES = 5;
const LONGEST_WAIT_SECONDS = 300;
/** Where Graph asks for patience without saying how much, or the browser may not see it. */
const LONGEST_BACKOFF_SECONDS = 60;

export interface CarriedOut<S> {
  readonly outcome: Outcome;
  /** What was seen right before it was sent; null when it was not. */
  readonly seen: S | null;
}

/**
 * Carries one deed out that is on the ledger: looks first, sends once, and says what became of it. "unknown" is to be
 * settled by reading, never by calling this again.
 */
export function carryOut<D extends Deed, S>(
  deed: D,
  trace: Trace<S>,
  way: Way<D, S>,
  doors: Doors,
  ride: Ride,
): Promise<CarriedOut<S>> {
  return new Carrying(deed, trace, way, doors, ride).go();
}

type Busy = Extract<ActFailure, { kind: "busy" }>;
type Answered = { readonly outcome: Outcome } | { readonly outcome: null; readonly busy: Busy };

class Carrying<D extends Deed, S> {
  #trace: Trace<S>;

  constructor(
    private readonly deed: D,
    trace: Trace<S>,
    private readonly way: Way<D, S>,
    private readonly doors: Doors,
    private readonly ride: Ride,
  ) {
    this.#trace = trace;
  }

  async go(): Promise<CarriedOut<S>> {
    return { outcome: await this.#tryOut(), seen: this.#trace.seen };
  }

  async #tryOut(): Promise<Outcome> {
    const { deed, way, ride } = this;
    let put: { readonly off: Busy; readonly at: Instant } | null = null;
    for (let tries = 1; ; tries += 1) {
      // The turns come first: what was seen before a long wait would be no news.
      await this.#takeTurns();
      const looked = await this.#lookFirst(put?.at ?? this.#trace.recordedAt);
      if (looked.outcome !== null) {
        return put === null ? looked.outcome : this.#afterBusy(looked.outcome, put.off);
      }
      this.#trace = { ...this.#trace, seen: looked.seen };
      if (!ride.maySend()) return put === null ? stopped.outcome : answered("unknown", put.off);
      ride.sending(deed.id);
      const answer = await this.#send(looked.seen);
      if (answer.outcome !== null) {
        return put === null ? answer.outcome : afterFirstTry(answer.outcome, put.off);
      }
      this.#hold(answer.busy, tries);
      // What leaves nothing to look at is never sent a second time.
      if (!way.mayRepeat(deed) || tries >= MOST_TRIES) return answered("unknown", answer.busy);
      await this.#waitOutLag();
      put = { off: answer.busy, at: this.doors.clock.now() };
    }
  }

  /** Nothing may happen between the writes of one act: all their turns are taken first. */
  async #takeTurns(): Promise<void> {
    const { turns, halt } = this.ride;
    for (let left = this.way.writes(this.deed); left > 0; left -= 1) await turns.take(halt.signal);
  }

  /** A list that lags proves nothing at once: what it does not show then may have been made all the same. */
  async #waitOutLag(): Promise<void> {
    const lag = this.way.lagMilliseconds(this.deed);
    if (lag !== null) await pause(this.doors.clock, lag, this.ride.halt.signal);
  }

  async #lookFirst(since: Instant): Promise<Looked<S>> {
    const { deed, way, ride } = this;
    try {
      const looked = await way.look(deed, ride, this.#trace, since);
      return ride.halt.isStopped() ? stopped : looked;
    } catch (error) {
      if (ride.halt.isStopped()) return stopped;
      const failure = judgeFailure(error, way.scopesToLook(deed), way.quotes);
      if (failure.kind === "stop") ride.halt.because(failure.stopped);
      if (failure.kind === "forbidden") await this.#forbidden();
      return { outcome: notAttempted(`it could not be read first. ${failure.detail}`) };
    }
  }

  async #send(seen: S): Promise<Answered> {
    const { deed, way, ride } = this;
    try {
      const acted = await way.send(deed, seen);
      ride.allowed();
      return { outcome: await this.#concluded(acted) };
    } catch (error) {
      const failure = judgeFailure(error, way.scopesToSend(deed), way.quotes);
      if (failure.kind === "busy") return { outcome: null, busy: failure };
      return { outcome: await this.#outcomeOf(failure) };
    }
  }

  async #concluded(acted: Acted): Promise<Outcome> {
    const { deed, way, ride, doors } = this;
    const detail = await way.follow(deed, acted, ride);
    return await confirm(deed, this.#trace, { ...acted, detail }, way, doors.clock);
  }

  async #outcomeOf(failure: Exclude<ActFailure, Busy>): Promise<Outcome> {
    switch (failure.kind) {
      case "stop":
        this.ride.halt.because(failure.stopped);
        return notAttempted(failure.detail);
      case "forbidden":
        await this.#forbidden();
        return answered("refused", failure);
      case "failed":
        return answered("failed", failure);
      case "not-found":
        return (await this.#isShown()) ? wasSo(failure.requestId) : answered("failed", failure);
      case "lost":
        return await this.#afterLostAnswer(failure);
    }
  }

  async #forbidden(): Promise<void> {
    await this.ride.forbidden((roles) => this.way.mayCarryOut(this.deed, roles));
  }

  /** One look at once: what it does not show may still come, and is settled at the end of the run. */
  async #afterLostAnswer(failure: Extract<ActFailure, { kind: "lost" }>): Promise<Outcome> {
    const { deed, way } = this;
    const lost = answered("unknown", failure);
    if (way.proof(deed) === "together" || !(await this.#isShown())) return lost;
    return lostOutcome(lost, "shown", way.trace(deed));
  }

  /** What was answered "not now" may have been applied all the same. */
  #afterBusy(looked: Outcome, busy: Busy): Outcome {
    const shows = looked.result === "already-so" || looked.result === "done";
    const lost = answered("unknown", busy);
    return shows ? lostOutcome(lost, "shown", this.way.trace(this.deed)) : lost;
  }

  async #isShown(): Promise<boolean> {
    const { deed, way, doors } = this;
    return (await sightOrNull(deed, this.#trace, way, doors.clock.now())) === "shown";
  }

  #hold({ retryAfterSeconds }: Busy, tries: number): void {
    const { halt, turns } = this.ride;
    const seconds = retryAfterSeconds ?? Math.min(LONGEST_BACKOFF_SECONDS, 2 ** tries);
    if (seconds > LONGEST_WAIT_SECONDS) halt.because({ kind: "asked-to-wait", seconds });
    turns.hold(Math.min(LONGEST_WAIT_SECONDS, Math.max(1, seconds)));
  }
}

function answered(
  result: Outcome["result"],
  { detail, requestId }: { readonly detail: string | null; readonly requestId: string | null },
): Outcome {
  return { result, evidence: "reported", detail, requestId: shortened(requestId) };
}

/** What was answered "not now" before may have been applied: only that it was done now is certain. */
function afterFirstTry(outcome: Outcome, first: Busy): Outcome {
  if (outcome.result === "done" || outcome.result === "unknown") return outcome;
  const told = outcome.detail === null ? "" : ` Then: ${outcome.detail}`;
  return answered("unknown", {
    ...first,
    detail: `The first try was put off and may have been applied.${told}`,
  });
}

function wasSo(requestId: string | null): Outcome {
  const evidence = "observed";
  return { result: "already-so", evidence, detail: null, requestId: shortened(requestId) };
}

const stopped = { outcome: notAttempted("the run was stopped") } as const;
