import { GraphError } from "@/lib/graph/graph-error";
import type { RunnerServices } from "../../runner-services";
import { auditRecord, SmallDirectory } from "../small-directory";
import { ME } from "../small-fixture";
import type { Choice, Parts, Situation } from "./explore";
import { Executor, type Surroundings } from "./executor";
import { faultsOf } from "./faults";
import { isAboutAccount, isFree } from "./free-calls";
import { Invariants } from "./invariants";
import { type Call, Network, scopeOf } from "./network";
import { partsOf } from "./parts-of";
import { COLLEAGUE, recover, type Recovery, resolveAll } from "./recovery";
import { Server } from "./server";
import { meddledGuest, numberOf, type PlannedOperations } from "./planned-operations";

const SOMEBODY = "00000000-0000-4000-9000-0000000000aa";
const DAY_MILLISECONDS = 86_400_000;
/** Later everybody only looks at the same things again: what happens then happened before, at another time. */
const EARLY_MILLISECONDS = 10_000;
/** Longer than a lease lives, and than Entra's audit log is late. */
const LONG_MILLISECONDS = 20 * 60_000;

export interface Setting {
  readonly plan: PlannedOperations;
  /** What the second executor does: the same plan once more, or finding out what became of it. */
  readonly second: "runs" | "resolves";
  readonly meddler: boolean;
  /** The same words have the same number in all schedules. */
  readonly numbers: Map<string, number>;
  /** Whether orders are left out that make no difference; without, it takes many times as long. */
  readonly isReduced: boolean;
  /** Told of the last outcome of each operation of a schedule that was followed to its end. */
  readonly onEnd: (results: readonly string[]) => void;
}

/** Two executors of one plan, a meddler in the portal, and at most one fault. */
export class SmallRun implements Situation {
  readonly network: Network;
  readonly server: Server;
  readonly directory = new SmallDirectory();
  readonly first: Executor;
  readonly second: Executor;
  readonly invariants: Invariants;
  readonly around: Surroundings;
  #faultLeft = true;
  isMeddlerLeft: boolean;
  #wokenAt: number;
  #recovery: Recovery | null = null;

  constructor(readonly setting: Setting) {
    const { plan } = setting;
    this.network = new Network(setting.numbers);
    this.#wokenAt = this.network.now;
    this.server = new Server(() => this.network.now);
    this.directory.now = () => this.network.now;
    for (const person of plan.people) this.directory.add(person);
    this.invariants = new Invariants(plan, this.server, this.directory);
    this.around = {
      network: this.network,
      server: this.server,
      directory: this.directory,
      about: (text) => aboutWhich(plan, text),
    };
    this.isMeddlerLeft = setting.meddler;
    const userId = setting.second === "runs" ? ME : COLLEAGUE;
    this.first = new Executor("A", ME, this.around, -DAY_MILLISECONDS);
    this.second = new Executor("B", userId, this.around, DAY_MILLISECONDS);
    this.first.begin(plan.run);
  }

  choices(): readonly Choice[] {
    if (this.#recovery !== null) return [];
    const { network } = this;
    const going = this.going();
    if (going.length === 0 && this.second.state !== "not begun") {
      return [...this.#ending(), ...this.#meddling()];
    }
    // While everybody may still fall asleep, it matters for every call whether it arrives before.
    const isReduced = this.setting.isReduced && !this.#faultLeft;
    const free = isReduced ? network.calls.find((call) => isFree(call, this)) : undefined;
    const isEarly = this.#isEarly();
    const faults = this.#faultLeft && isEarly ? faultsOf(this) : [];
    const rarely = faults.map(({ happen, scope, ...fault }) => ({
      ...fault,
      ...(scope && { scope: { ...scope, changes: [...scope.changes, "odds"] } }),
      happen: () => {
        this.#faultLeft = false;
        happen();
      },
    }));
    if (free !== undefined) return [this.#delivering(free)];
    const isSeen = network.calls.some((call) => isAboutAccount(call) && call.lane === "1");
    const mayMeddle = isEarly && (isSeen || !this.setting.isReduced);
    return [...going, ...this.#beginning(), ...(mayMeddle ? this.#meddling() : []), ...rarely];
  }

  /** Entra's audit log shows when something was done. */
  moment(): string {
    return [this.network.now, ...this.invariants.happenedAt].join(" ");
  }

  parts(crashed: Executor | null = null): Parts {
    const faultLeft = this.#faultLeft && crashed === null;
    const sinceWoken = Math.min(EARLY_MILLISECONDS, this.network.now - this.#wokenAt);
    return partsOf(this, [faultLeft, this.isMeddlerLeft, this.#recovery, sinceWoken], crashed);
  }

  check(): void {
    this.invariants.check();
  }

  /** Everybody is back and nothing fails: what waited is sent, and what is not known is read. */
  async end(): Promise<void> {
    this.network.now += LONG_MILLISECONDS;
    await recover(this, this.#recovery ?? "outboxes first");
    this.invariants.checkEnd();
    const last = this.setting.plan.operations.map(({ id }) => this.server.outcomesOf(id).at(-1));
    this.setting.onEnd(last.flatMap((outcome) => outcome?.result ?? []));
  }

  /** A long time passes, and nobody is awake: no lease was renewed, and what was being sent was lost or has arrived. */
  lapse(): void {
    for (const call of this.network.calls.filter(({ kind }) => kind === "sends")) {
      this.network.take(call);
      call.fail(new GraphError("no-answer", "The computer slept."));
    }
    this.network.now += LONG_MILLISECONDS;
    this.#wokenAt = this.network.now;
  }

  /** What goes on by itself: calls arrive, sleepers wake, and time passes while all sleep. */
  going(): readonly Choice[] {
    const { network } = this;
    const calls = network.calls.map((call) => this.#delivering(call));
    const wakings = network.due().map((name) => ({
      label: `${name} wakes`,
      scope: { changes: [name], reads: [] },
      happen: () => {
        network.wake(name);
      },
    }));
    const at = network.nextWaking();
    const passing = () => {
      network.passTo(at ?? network.now);
    };
    return [
      ...calls,
      ...wakings,
      ...(at === null ? [] : [{ label: `time passes: ${at - network.now} ms`, happen: passing }]),
    ];
  }

  #isEarly(): boolean {
    return this.network.now - this.#wokenAt < EARLY_MILLISECONDS;
  }

  #delivering(call: Call): Choice {
    return {
      label: call.label,
      scope: scopeOf(call),
      happen: () => {
        this.network.deliver(call);
      },
    };
  }

  /** To begin matters only beside the ledger and the leases: beside a reading, or a lease that lives, it is the same as later. */
  #beginning(): readonly Choice[] {
    const awaited = this.network.calls.filter(({ slow }) => slow === 0);
    const matters = awaited.some(({ kind }) => kind === "appends" || kind === "leases");
    const isHeld = this.server.holderOf(this.setting.plan.planId) !== null;
    const isOver = this.first.state !== "working";
    if (this.second.state !== "not begun") return [];
    const { plan, second, isReduced } = this.setting;
    if (isReduced && !matters && !isOver && (awaited.length > 0 || isHeld)) return [];
    const work =
      second === "runs" ? plan.run : (services: RunnerServices) => resolveAll(this, services);
    const begins = {
      label: "B begins",
      scope: { changes: ["B", "odds"], reads: ["ledger"] },
      happen: () => {
        this.#wokenAt = this.network.now;
        // What the history shows when it begins is all that it knows of the first one.
        const shown = plan.operations.map(({ id }) => this.server.outcomesOf(id).at(-1));
        const recordedAt = this.server.entries[0]?.at ?? null;
        this.network.hear({ from: "B", lane: "", label: "begins" }, [recordedAt, shown]);
        this.second.begin(work);
      },
    };
    const lapses = {
      label: "the lease of the crashed one lapses",
      happen: () => {
        this.lapse();
      },
    };
    return this.first.state === "crashed" && isHeld ? [begins, lapses] : [begins];
  }

  #meddling(): readonly Choice[] {
    if (!this.isMeddlerLeft) return [];
    return [
      {
        label: "somebody changes guest 1 in the portal",
        scope: { changes: ["directory", "odds"], reads: [] },
        happen: () => {
          this.meddle();
        },
      },
    ];
  }

  /** Somebody in the portal turns round whether a guest may sign in. */
  meddle(): void {
    this.isMeddlerLeft = false;
    this.invariants.excuse.meddled = true;
    const targetId = meddledGuest(this.setting.plan);
    const person = this.directory.people.get(targetId);
    if (person === undefined) return;
    person.enabled = !person.enabled;
    const activity = person.enabled ? "Enable account" : "Disable account";
    const at = new Date(this.network.now).toISOString();
    const act = { activity, actorId: SOMEBODY, targetId, tracking: "meddler", at };
    this.directory.audits = [auditRecord(act)];
  }

  #ending(): readonly Choice[] {
    const isWaiting = this.first.outbox.size + this.second.outbox.size > 0;
    const orders = isWaiting
      ? (["outboxes first", "readings first"] as const)
      : (["outboxes first"] as const);
    return orders.map((order) => ({
      label: `everybody is back, ${order}`,
      happen: () => {
        this.#recovery = order;
      },
    }));
  }
}

function aboutWhich(plan: PlannedOperations, text: string): string {
  const found = plan.operations.find(
    ({ id, guestId }) => text.includes(id) || (guestId !== null && text.includes(guestId)),
  );
  return found === undefined ? "" : String(numberOf(plan, found.id));
}
