import { GraphError } from "@/lib/graph/graph-error";
import type { RunnerServices } from "../../runner-services";
import { FakeDirectory } from "../fake-directory";
import { ME } from "../runner-fixture";
import { FakeTenant } from "../fake-tenant";
import { Executor, type Surroundings } from "./executor";
import { Invariants } from "./invariants";
import { Network } from "./network";
import { endingOf, partsOf, type SmallParts } from "./parts-of";
import { COLLEAGUE, recover, type Recovery, resolveAll } from "./recovery";
import { Server } from "./server";
import type { Setting } from "./setting";
import type { Explorable, Situation } from "./situation";
import type { Driven } from "./driven";
import { choicesOf, EARLY_MILLISECONDS } from "./small-choices";
import { numberOf, type PlannedOperations } from "./planned-operations";

const DAY_MILLISECONDS = 86_400_000;
/** Longer than a lease lives, and than Entra's audit log is late. */
const LONG_MILLISECONDS = 20 * 60_000;

/** Two executors of one plan, a meddler in the portal, and at most one fault. */
export class SmallRun implements Situation<SmallParts>, Driven {
  readonly network: Network;
  readonly server: Server;
  readonly tenant: FakeTenant;
  readonly first: Executor;
  readonly second: Executor;
  readonly invariants: Invariants;
  readonly around: Surroundings;
  #isFaultLeft = true;
  #isMeddlerLeft: boolean;
  #wokenAt: number;
  #recovery: Recovery | null = null;

  constructor(readonly setting: Setting) {
    const { plan } = setting;
    this.network = new Network(setting.numbers);
    this.#wokenAt = this.network.now;
    this.server = new Server(() => this.network.now);
    const directory = new FakeDirectory();
    directory.now = () => this.network.now;
    this.tenant = new FakeTenant(directory, { now: directory.now });
    plan.furnish(this.tenant);
    this.invariants = new Invariants(plan, this.server, this.tenant);
    this.around = {
      network: this.network,
      server: this.server,
      tenant: this.tenant,
      about: (text) => {
        const known = setting.lanes.get(text) ?? aboutWhich(plan, text);
        setting.lanes.set(text, known);
        return known;
      },
    };
    this.#isMeddlerLeft = setting.meddlings.length > 0;
    const userId = setting.second === "runs" ? ME : COLLEAGUE;
    this.first = new Executor("A", ME, this.around, -DAY_MILLISECONDS);
    this.second = new Executor("B", userId, this.around, DAY_MILLISECONDS);
    this.first.begin(plan.run);
  }

  parts(): SmallParts {
    const sinceWoken = Math.min(EARLY_MILLISECONDS, this.network.now - this.#wokenAt);
    const odds = {
      isFaultLeft: this.#isFaultLeft,
      isMeddlerLeft: this.#isMeddlerLeft,
      sinceWoken,
    };
    return partsOf(this, odds, this.#recovery);
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
      this.network.take(call).fail(new GraphError("no-answer", "The computer slept."));
    }
    this.network.now += LONG_MILLISECONDS;
    this.#wokenAt = this.network.now;
  }

  executor(name: string): Executor {
    return name === this.first.name ? this.first : this.second;
  }

  spendFault(): void {
    this.#isFaultLeft = false;
  }

  endWith(order: Recovery): void {
    this.#recovery = order;
  }

  beginSecond(): void {
    const { plan, second } = this.setting;
    this.#wokenAt = this.network.now;
    // What the history shows when it begins is all that it knows of the first one.
    const shown = plan.operations.map(({ id }) => this.server.outcomesOf(id).at(-1));
    const recordedAt = this.server.entries[0]?.at ?? null;
    this.network.hear({ from: "B", lane: "", label: second }, [recordedAt, shown]);
    const resolving = (services: RunnerServices) => resolveAll(this, services);
    this.second.begin(second === "runs" ? plan.run : resolving);
  }

  /** Somebody in the portal does this to the object of the first operation. */
  meddle(label: string): void {
    this.#isMeddlerLeft = false;
    this.invariants.excuse.meddled = true;
    this.setting.meddlings.find((each) => each.label === label)?.happen(this.tenant);
  }
}

function aboutWhich(plan: PlannedOperations, text: string): string {
  // Lists and groups name no operation: of one alone, everything is about it.
  if (plan.operations.length === 1) return "1";
  const found = plan.operations.find(
    ({ id, guestId }) => text.includes(id) || (guestId !== null && text.includes(guestId)),
  );
  return found === undefined ? "" : String(numberOf(plan, found.id));
}

/** Every way in which a setting may go. */
export function runsOf(setting: Setting): Explorable<SmallRun, SmallParts> {
  return {
    begin: () => new SmallRun(setting),
    choices: (parts) => choicesOf(parts, setting),
    endingOf,
  };
}
