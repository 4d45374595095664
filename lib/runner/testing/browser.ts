import { entriesAnswer } from "@/lib/contract/entries";
import type { Graph } from "@/lib/graph/graph";
import type { Clock } from "@/lib/graph/clock";
import { openApi } from "@/lib/services/api";
import { openOutbox } from "@/lib/services/outbox";
import type { Leases, RunnerServices } from "../runner-services";
import { WriteRateLimiter } from "../write-rate-limiter";
import type { BrowserStore } from "./browser-store";
import type { LapsingLeases } from "./lapsing-leases";
import type { ReviewFixture } from "./review-fixture";
import { type FakeServer, tokenOf } from "./fake-server";
import type { TenantBorder } from "./tenant-border";

interface Person {
  readonly userId: string;
  /** Milliseconds by which the browser's clock is wrong. */
  readonly clockOffset: number;
  /** What the browser keeps, also for others who sign in to it. */
  readonly store: BrowserStore;
}

/** What the browsers of several tenants have in common. */
export interface Outside {
  readonly server: FakeServer;
  /** Looks at all that a browser sends. */
  readonly border: TenantBorder;
}

/**
 * One person at one browser, with the real outbox and the real calls of our API, and a clock of its own; once it is
 * killed, nothing that it began goes on.
 */
export class Browser {
  readonly services: RunnerServices;
  #alive = true;

  constructor(
    private readonly fixture: ReviewFixture,
    leases: LapsingLeases,
    readonly person: Person,
    /** Who recorded what. */
    authors: Map<string, string>,
    private readonly outside: Outside,
  ) {
    const { services } = fixture.runner;
    const { userId, clockOffset, store } = person;
    const { server } = outside;
    const me = { ...services.me, userId };
    const token = () => Promise.resolve(tokenOf(me));
    const api = openApi({ token, fetch: server.fetch });
    const schema = () => Promise.resolve(entriesAnswer);
    const clock: Clock = {
      now: () => fixture.clock.now() + clockOffset,
      random: () => fixture.clock.random(),
      sleep: (milliseconds, signal) =>
        this.#whileAlive(() => fixture.clock.sleep(milliseconds, signal)),
    };
    this.services = {
      ...{ ...services, clock, me },
      writeLimiter: new WriteRateLimiter(clock),
      leases: this.#leases(leases),
      append: (body) =>
        this.#whileAlive(() => {
          for (const { id } of body.entries) authors.set(id, authors.get(id) ?? userId);
          return server.whileUnderWay(() => api("/api/entries", schema, { method: "POST", body }));
        }),
      readRecorded: (planId) => this.#whileAlive(() => services.readRecorded(planId)),
      graph: this.#graph(),
      outbox: openOutbox(store, me),
    };
  }

  /** The machine loses its power: what was sent may arrive, and no answer is heard any more. */
  kill(): void {
    this.#alive = false;
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  #leases(leases: LapsingLeases): Leases {
    const ours = leases.for(() => this.#alive);
    return {
      hold: (planId, purpose, work) => {
        this.#see("lease", planId);
        return ours.hold(planId, purpose, work);
      },
    };
  }

  #graph(): Graph {
    const { graph, tenant } = this.fixture;
    const asks = <T>(request: unknown, work: () => Promise<T>) =>
      this.#whileAlive(() => {
        this.#see("request to Graph", JSON.stringify(request));
        return work();
      });
    return {
      read: (path, options) => asks([path, options.headers], () => graph.read(path, options)),
      pages: (path, options) => {
        this.#see("request to Graph", path);
        return graph.pages(path, options);
      },
      batch: (requests, options) => asks(requests, () => graph.batch(requests, options)),
      send: (method, path, options) =>
        asks([method, path, options.body, options.headers], () => {
          tenant.actorId = this.person.userId;
          return graph.send(method, path, options);
        }),
    };
  }

  #see(sort: string, text: string): void {
    this.outside.border.see(sort, this.fixture.runner.services.me.tenantId, text);
  }

  async #whileAlive<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#alive) return never();
    const result = await work();
    return this.isAlive ? result : never();
  }
}

function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
