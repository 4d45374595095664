import type { NewEntry } from "@/lib/contract/entries";
import type { Clock } from "@/lib/graph/clock";
import type { RunnerServices } from "../runner-services";
import type { LapsingLeases } from "./lapsing-leases";
import type { ReviewFixture } from "./review-fixture";
import { WriteRateLimiter } from "../write-rate-limiter";

interface Person {
  readonly userId: string;
  /** Milliseconds by which the browser's clock is wrong. */
  readonly clockOffset: number;
}

/** One person at one browser, with an outbox and a clock of its own; once it is killed, nothing that it began goes on. */
export class Browser {
  readonly services: RunnerServices;
  #alive = true;

  constructor(
    fixture: ReviewFixture,
    leases: LapsingLeases,
    readonly person: Person,
    /** Who recorded what. */
    authors: Map<string, string>,
  ) {
    const { graph, tenant, ledger } = fixture;
    const { services } = fixture.small;
    const outbox = new Map<string, NewEntry>();
    const { userId, clockOffset } = person;
    const clock: Clock = {
      now: () => fixture.clock.now() + clockOffset,
      random: () => fixture.clock.random(),
      sleep: (milliseconds, signal) =>
        this.#whileAlive(() => fixture.clock.sleep(milliseconds, signal)),
    };
    this.services = {
      ...services,
      clock,
      writeLimiter: new WriteRateLimiter(clock),
      me: { ...services.me, userId },
      leases: leases.for(() => this.#alive),
      append: (request) =>
        this.#whileAlive(() => {
          for (const { id } of request.entries) authors.set(id, authors.get(id) ?? userId);
          return ledger.append(request);
        }),
      graph: {
        read: (path, options) => this.#whileAlive(() => graph.read(path, options)),
        pages: (path, options) => graph.pages(path, options),
        batch: (requests, options) => this.#whileAlive(() => graph.batch(requests, options)),
        send: (method, path, options) =>
          this.#whileAlive(() => {
            tenant.actorId = userId;
            return graph.send(method, path, options);
          }),
      },
      outbox: {
        keep: (entry) => outbox.set(entry.id, entry),
        drop: (ids) => {
          for (const id of ids) outbox.delete(id);
        },
        all: () => Promise.resolve([...outbox.values()]),
      },
    };
  }

  /** The machine loses its power: what was sent may arrive, and no answer is heard any more. */
  kill(): void {
    this.#alive = false;
  }

  get isAlive(): boolean {
    return this.#alive;
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
