import type { EntriesRequest } from "@/lib/contract/entries";
import type { Outcome } from "@/lib/domain/outcome";
import { ApiError } from "@/lib/queries/api-error";
import { carryOut } from "./carry-out";
import type { Doors } from "./doors";
import { Halt } from "./halt";
import type { Lease } from "./leases";
import { notAttempted } from "./not-attempted";
import { OutcomeBook } from "./outcome-book";
import { observed, proveTogether, type Sent } from "./prove";
import { RecordedDeeds } from "./recorded-deeds";
import { Ride } from "./ride";
import { stoppedBy } from "./stopped-by";
import type { RunEvent, RunOptions, RunResult, Settled, Stopped } from "./run";
import { settleLost } from "./settle-lost";
import type { Deed, Way } from "./way";
import { WriteTurns } from "./write-turns";

/** So many deeds are worked on at once: enough for the writes' quota at a second a deed. */
const AT_ONCE = 16;

/** The deeds of one plan, in their order. */
export interface Undertaking<D extends Deed> {
  readonly planId: string;
  readonly deeds: readonly D[];
  /** What stands on the ledger before any of these is sent: an entry a deed, with its id. */
  readonly record: (deeds: readonly D[]) => EntriesRequest;
  /** Whether being on the ledger is all there is to it. */
  readonly onlyRecorded: boolean;
}

/**
 * Runs a plan to its end: every deed is on the ledger before its act is sent, each act is sent once, and each deed that
 * reached the ledger gets an outcome. Never throws for what Graph or the ledger do.
 */
export async function runDeeds<D extends Deed, S>(
  undertaking: Undertaking<D>,
  way: Way<D, S>,
  doors: Doors,
  options: RunOptions,
): Promise<RunResult> {
  const nothing = (stopped: Stopped): RunResult => {
    const settled = undertaking.deeds.map((deed) => ({
      decisionId: deed.id,
      ...way.about(deed),
      outcome: null,
      recorded: false,
    }));
    return { settled, stopped };
  };
  const go = (lease: Lease) => new Run(undertaking, way, doors, options, lease).go();
  try {
    const result = await doors.leases.hold(undertaking.planId, go);
    return result ?? nothing({ kind: "already-running" });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return nothing(stoppedBy(error.kind, error.message));
  }
}

class Run<D extends Deed, S> {
  readonly #halt: Halt;
  readonly #book: OutcomeBook;
  readonly #recorded: RecordedDeeds<D>;
  readonly #ride: Ride;
  readonly #recordedAt = new Map<string, number>();
  readonly #outcomes = new Map<string, Outcome>();
  /** Sent without an answer, or made and not found yet. */
  readonly #lost: Sent<D, S>[] = [];
  /** Accepted, and to be seen in the directory at the end. */
  readonly #unseen: Sent<D, S>[] = [];

  constructor(
    private readonly undertaking: Undertaking<D>,
    private readonly way: Way<D, S>,
    private readonly doors: Doors,
    private readonly options: RunOptions,
    lease: Lease,
  ) {
    this.#halt = new Halt(options.signal);
    this.#book = new OutcomeBook(doors, lease.fence, {
      broken: () => {
        this.#halt.because({ kind: "ledger-unavailable" });
      },
      unsaved: (count) => {
        this.#tell({ kind: "unsaved", count });
      },
    });
    const turns = new WriteTurns(doors.clock, (until) => {
      this.#tell({ kind: "waiting", until });
    });
    const { deeds, record } = undertaking;
    const again = doors.begun.begins(undertaking.planId);
    this.#recorded = new RecordedDeeds(deeds, record, doors, this.#halt, again, ({ id }) => {
      this.#recordedAt.set(id, doors.clock.now());
      this.#tell({ kind: "decision", decisionId: id, state: "recorded" });
    });
    this.#ride = new Ride(doors, this.#halt, turns, lease, (decisionId) => {
      this.#tell({ kind: "decision", decisionId, state: "sending" });
    });
  }

  async go(): Promise<RunResult> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#work()));
    for (const { deed, repeated } of this.#recorded.left()) {
      if (!repeated && !this.undertaking.onlyRecorded) {
        this.#conclude(deed, notAttempted("the run was stopped"));
      }
    }
    const concludes = (deed: D, outcome: Outcome) => {
      this.#conclude(deed, outcome);
    };
    await proveTogether(this.#unseen, this.way, this.doors.clock, concludes);
    const isStopped = () => this.#halt.isStopped();
    await settleLost(this.#lost, this.way, this.doors.clock, isStopped, concludes);
    const unsaved = await this.#book.close();
    return {
      settled: this.undertaking.deeds.map((deed) => this.#settled(deed, unsaved)),
      stopped: this.#halt.why,
    };
  }

  async #work(): Promise<void> {
    for (;;) {
      const next = await this.#recorded.next();
      if (next === null) return;
      if (this.undertaking.onlyRecorded) continue;
      // What the ledger had before may have been sent: what became of it is settled by reading, never by sending.
      if (next.repeated) await this.#lookFor(next.deed);
      else await this.#carryOut(next.deed);
    }
  }

  async #carryOut(deed: D): Promise<void> {
    const recordedAt = this.#recordedAt.get(deed.id) ?? this.doors.clock.now();
    const actorId = this.doors.me.userId;
    const begun = { actorId, recordedAt, seen: null };
    const { outcome, seen } = await carryOut(deed, begun, this.way, this.doors, this.#ride);
    this.#conclude(deed, outcome);
    const sent = { deed, outcome, trace: { ...begun, seen }, since: this.doors.clock.now() };
    if (outcome.result === "unknown") this.#lost.push(sent);
    if (outcome.result !== "done" || outcome.evidence !== "reported") return;
    if (this.way.proof(deed) === "together") this.#unseen.push(sent);
    // What was made and is not found yet is not known by its name either.
    else if (this.way.lagMilliseconds(deed) !== null) this.#lost.push(sent);
  }

  /** Only what bears the mark of its own deed proves that it was this deed which made it. */
  async #lookFor(deed: D): Promise<void> {
    if (this.way.lagMilliseconds(deed) === null) return;
    const now = this.doors.clock.now();
    const trace = { actorId: this.doors.me.userId, recordedAt: now, seen: null };
    try {
      const sight = await this.way.sight(deed, trace, now);
      if (sight === "shown") this.#conclude(deed, observed);
    } catch {
      // Not read is not settled: the history offers to settle it.
    }
  }

  #conclude(deed: D, outcome: Outcome): void {
    this.#outcomes.set(deed.id, outcome);
    this.#book.write(deed.id, this.way.about(deed), outcome);
    this.#tell({ kind: "decision", decisionId: deed.id, state: outcome });
  }

  #settled(deed: D, unsaved: ReadonlySet<string>): Settled {
    const recorded = this.#recordedAt.has(deed.id) && !unsaved.has(deed.id);
    const outcome = this.#outcomes.get(deed.id) ?? null;
    return { decisionId: deed.id, ...this.way.about(deed), outcome, recorded };
  }

  #tell(event: RunEvent): void {
    this.options.onEvent?.(event);
  }
}
