import type { Plan } from "@/lib/domain/plan";
import { flushOutbox } from "../flush-outbox";
import type { Unresolved } from "../resolve-operation";
import { resolveUnknown } from "../resolve-unknown";
import { runPlan } from "../run-plan";
import { Browser, type Outside } from "./browser";
import type { BrowserStore } from "./browser-store";
import { pick } from "./seeded-random";
import { CrowdedTenant } from "./crowded-tenant";
import { LapsingLeases } from "./lapsing-leases";
import { nth } from "./nth";
import type { Fate } from "./fake-directory";
import type { VirtualClock } from "./virtual-clock";

const FATES: readonly Fate[] = [
  { kind: "no-answer", applied: true },
  { kind: "no-answer", applied: false },
  { kind: "throttled", applied: true, retryAfterSeconds: 4 },
  { kind: "throttled", applied: false, retryAfterSeconds: 200 },
  { kind: "unavailable", applied: false },
  { kind: "bad-request", applied: false },
];

/** Who works in a tenant: at which browser, and by how much its clock is wrong. */
export interface Worker {
  readonly who: "first" | "colleague";
  readonly store: BrowserStore;
  readonly clockOffset: number;
}

/** The administrators of one tenant, somebody in its portal, faults and kills. */
export class Crowd {
  readonly fixture: CrowdedTenant;
  readonly authors = new Map<string, string>();
  /** Of which guests and operations Graph said "not now" to a request that it had applied. */
  readonly throttledIds = new Set<string>();
  readonly plans: readonly Plan[];
  readonly browsers: readonly Browser[];
  #kills = 0;
  #meddles = 0;

  constructor(
    readonly next: () => number,
    place: { readonly clock: VirtualClock; readonly mark: string },
    outside: Outside,
    workers: readonly Worker[],
  ) {
    this.fixture = new CrowdedTenant(next, place);
    const { ledger, clock, runner } = this.fixture;
    outside.server.ledgers.set(runner.services.me.tenantId, ledger);
    const leases = new LapsingLeases(ledger, clock);
    this.plans = [0, 1].map(() => this.fixture.planSomething());
    this.fixture.protectSome();
    this.browsers = workers.map(({ who, store, clockOffset }) => {
      const userId = who === "first" ? runner.services.me.userId : runner.idOf("bb");
      const person = { userId, store, clockOffset };
      return new Browser(this.fixture, leases, person, this.authors, outside);
    });
  }

  /** Everybody begins to work; over when all who are alive have ended. */
  begin(): Promise<unknown> {
    const { fixture, next } = this;
    const fates = FATES.filter(() => next() < 0.5);
    const [graph, ledger] = [next() * 0.3, next() * 0.2];
    const fateOf = (id: string): Fate => {
      if (fates.length === 0 || next() >= graph) return "well";
      const fate = pick(fates, next);
      if (fate !== "well" && fate.kind === "throttled" && fate.applied) this.throttledIds.add(id);
      return fate;
    };
    fixture.runner.directory.fateOf = ({ guestId }) => fateOf(guestId);
    fixture.reviews.fateOf = ({ tracking }) => fateOf(tracking);
    fixture.ledger.fateOf = () =>
      next() < ledger ? pick(["down", "answer-lost"] as const, next) : "well";
    const [mine, theirs] = this.plans as [Plan, Plan];
    const later = () => fixture.clock.sleep(next() * 240_000);
    const work: readonly ((browser: Browser) => Promise<unknown>)[] = [
      ({ services }) => runPlan(mine, services),
      async (browser) => {
        await later();
        await runPlan(mine, browser.services);
        await this.resolve(browser);
      },
      async (browser) => {
        await later();
        await runPlan(theirs, browser.services);
        await later();
        await this.resolve(browser);
      },
    ];
    const all = this.browsers.map((browser, at) =>
      this.#unlessKilled(browser, () => nth(work, at)(browser)),
    );
    this.#kills = next() < 0.5 ? 0.01 : 0;
    this.#meddles = next() < 0.5 ? 0.03 : 0;
    return Promise.all(all);
  }

  /** Time has passed. The last browser stays alive. */
  tick(): void {
    const { next } = this;
    const others = this.browsers.slice(0, -1);
    if (next() < this.#kills && others.length > 0) pick(others, next).kill();
    if (next() < this.#meddles) this.fixture.meddle();
  }

  faultsAreOver(): void {
    const { fixture } = this;
    fixture.runner.directory.fateOf = () => "well";
    fixture.reviews.fateOf = () => "well";
    fixture.ledger.fateOf = () => "well";
  }

  /** Each executor that still runs sends what waits. */
  async flush(): Promise<void> {
    const alive = this.browsers.filter(({ isAlive }) => isAlive);
    await Promise.all(alive.map(({ services }) => flushOutbox(services)));
  }

  /** The last one resolves what is not known yet. */
  async resolveRest(): Promise<void> {
    const last = this.browsers.at(-1);
    if (last !== undefined) await this.resolve(last);
  }

  async resolve({ services }: Browser): Promise<void> {
    const { ledger } = this.fixture;
    const { recordedAt } = this.fixture.runner;
    const unresolved = ledger.operations().map((operation): Unresolved => ({
      operation,
      actorId: this.authors.get(operation.id) ?? services.me.userId,
      recordedAt: recordedAt.get(operation.id) ?? 0,
      outcome: ledger.outcomeOf(operation.id),
      steps: ledger.stepsOf(operation.id),
    }));
    const open = unresolved.filter(
      ({ outcome }) => outcome === null || outcome.result === "unknown",
    );
    await resolveUnknown(open, services);
  }

  /** Ends with the work, or when the browser is killed: then nobody waits for it. */
  async #unlessKilled(browser: Browser, work: () => Promise<unknown>): Promise<void> {
    const killed = async () => {
      while (browser.isAlive) await this.fixture.clock.sleep(1_000);
    };
    await Promise.race([work().catch(() => undefined), killed()]);
  }
}
