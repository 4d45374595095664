import type { NewEntry } from "@/lib/contract/entries";
import type { Outcome } from "@/lib/domain/outcome";
import type { FakeTenant } from "../fake-tenant";
import type { Server } from "./server";
import { numberOf, operationIn, type PlannedOperations } from "./planned-operations";

const STRENGTH: Readonly<Record<Outcome["evidence"], number>> = {
  reported: 0,
  observed: 1,
  audited: 2,
};

/** Compares what the ledger is told with what the directory did, as both happen. */
export class Invariants {
  /** Operations that took effect, each as often as it did. */
  readonly happened: string[] = [];
  /** The same with its time, in the order in which it happened. */
  readonly happenedAt: string[] = [];
  /** Whether Microsoft put off what it had applied, and whether somebody changed the account: only then may it be done twice. */
  readonly excuse = { throttled: false, meddled: false };
  readonly #broken: string[] = [];
  /** Ids of the reviews that operations made. */
  readonly #made = new Map<string, string[]>();

  constructor(
    private readonly plan: PlannedOperations,
    private readonly server: Server,
    private readonly tenant: FakeTenant,
  ) {
    const { directory, reviews } = tenant;
    directory.onEffect = ({ kind, tracking }) => {
      if (kind !== "sessions-revoked") this.#onEffect(tracking);
    };
    reviews.onEffect = ({ kind, tracking, id }) => {
      if (kind === "create-review") {
        this.#made.set(tracking, [...(this.#made.get(tracking) ?? []), id]);
      }
      this.#onEffect(tracking);
    };
    server.onEntry = (entry, from) => {
      if (entry.kind === "carried-out") this.#onOutcome(entry, from);
    };
  }

  check(): void {
    const first = this.#broken[0];
    if (first !== undefined) throw new Error(first);
  }

  /** Once everybody is back and everything has been read. */
  checkEnd(): void {
    for (const { entry } of this.server.entries) {
      const id = operationIn(entry);
      if (id === null) continue;
      const outcome = this.server.outcomesOf(id).at(-1);
      const happened = this.happened.includes(id);
      if (outcome === undefined) this.#break(id, "has no outcome in the end");
      else if (happened && outcome.result !== "done") {
        this.#break(id, `was done, and in the end the history says ${outcome.result}`);
      } else if (outcome.result === "unknown" && outcome.detail === null) {
        this.#break(id, "is unknown without a sentence that says why");
      }
    }
    this.check();
  }

  #onEffect(tracking: string): void {
    const isRecorded = this.server.entries.some(({ entry }) => operationIn(entry) === tracking);
    if (!isRecorded) this.#break(tracking, "was sent before it was on the ledger");
    const said = this.server.outcomesOf(tracking).at(-1)?.result;
    if (said !== undefined && said !== "unknown") {
      this.#break(tracking, `was sent after the history had said ${said}`);
    }
    const mayHappenTwice = this.excuse.throttled && this.excuse.meddled;
    if (this.happened.includes(tracking) && !mayHappenTwice) {
      this.#break(tracking, "was done twice");
    }
    this.happened.push(tracking);
    this.happenedAt.push(`${tracking} ${this.tenant.directory.now()}`);
  }

  #onOutcome(entry: Extract<NewEntry, { kind: "carried-out" }>, from: string): void {
    const { operationId: id, outcome, correction, subject } = entry;
    const { result, evidence, auditRecord } = outcome;
    const happened = this.happened.includes(id);
    if (result === "done" && !happened) this.#break(id, "is called done, and was not");
    if (result !== "done" && result !== "unknown" && happened) {
      this.#break(id, `is called ${result}, and was done`);
    }
    const named = subject?.id ?? id;
    if (this.#isCreation(id) && named !== id && this.#made.get(id)?.includes(named) !== true) {
      this.#break(id, "is said to have made what it did not make");
    }
    if (evidence === "audited" && auditRecord?.correlationId !== id) {
      this.#break(id, "is called audited without a record of its own request");
    }
    const holder = this.server.holderOf(this.plan.planId);
    if (holder !== null && holder.from !== from) {
      this.#break(id, `is called ${result} by ${from} while ${holder.from} holds the lease`);
    }
    const before = this.server.outcomesOf(id).at(-1);
    if (before !== undefined && !mayFollow(before, outcome, correction !== undefined)) {
      this.#break(id, `was ${before.result} (${before.evidence}), and is ${result} (${evidence})`);
    }
  }

  #isCreation(id: string): boolean {
    return this.plan.operations.some((each) => each.id === id && each.kind === "create-review");
  }

  #break(operationId: string, what: string): void {
    this.#broken.push(`Operation ${numberOf(this.plan, operationId)} ${what}.`);
  }
}

/** Written apart from the rule of the product: what is known stays known, or somebody says why not. */
function mayFollow(before: Outcome, next: Outcome, isCorrection: boolean): boolean {
  if (before.result === "unknown") return true;
  const isStronger = STRENGTH[next.evidence] > STRENGTH[before.evidence];
  if (isCorrection) return isStronger || before.evidence !== "audited";
  // What Microsoft only accepted, and the directory does not show, may not be stored.
  if (next.result === "unknown") return before.result === "done" && isStronger;
  return next.result === before.result
    ? STRENGTH[next.evidence] >= STRENGTH[before.evidence]
    : isStronger;
}
