import type { Leases } from "../runner-services";
import type { FakeLedger } from "./fake-ledger";
import type { VirtualClock } from "./virtual-clock";

const LEASE_MILLISECONDS = 180_000;
const RENEW_EVERY_MILLISECONDS = 45_000;
const MARGIN_MILLISECONDS = 30_000;

/** The server's table of leases, by its own clock: a holder who is gone renews no more, and the lease lapses. */
export class LapsingLeases {
  readonly #held = new Map<string, { readonly session: symbol; readonly until: number }>();
  /** When the last run of each plan ended, or its lease did. */
  readonly #sentUntil = new Map<string, number>();

  constructor(
    private readonly ledger: FakeLedger,
    private readonly clock: VirtualClock,
  ) {}

  /** The leases as one browser gets them; a browser that is not alive renews and releases nothing. */
  for(isAlive: () => boolean): Leases {
    return {
      hold: async (planId, purpose, work) => {
        const session = Symbol(planId);
        if (this.#isHeld(planId)) return null;
        const fence = this.ledger.nextFence(planId);
        const sentUntil = this.#sentUntil.get(planId) ?? null;
        const renew = () => {
          const until = this.clock.now() + LEASE_MILLISECONDS;
          this.#held.set(planId, { session, until });
          if (purpose === "run") this.#sentUntil.set(planId, until);
        };
        const isOurs = () => this.#held.get(planId)?.session === session;
        const ended = new AbortController();
        const keepAlive = async () => {
          while (!ended.signal.aborted) {
            await this.clock.sleep(RENEW_EVERY_MILLISECONDS, ended.signal);
            if (!isAlive() || !isOurs() || !this.#isHeld(planId)) return;
            renew();
          }
        };
        renew();
        keepAlive().catch(() => undefined);
        const isHeld = () => {
          const until = this.#held.get(planId)?.until ?? 0;
          return isOurs() && this.clock.now() < until - MARGIN_MILLISECONDS;
        };
        try {
          return await work({ fence, sentUntil, serverNow: () => this.clock.now(), isHeld });
        } finally {
          ended.abort();
          if (isOurs()) {
            this.#held.delete(planId);
            if (purpose === "run") this.#sentUntil.set(planId, this.clock.now());
          }
        }
      },
    };
  }

  #isHeld(planId: string): boolean {
    return this.clock.now() < (this.#held.get(planId)?.until ?? -Infinity);
  }
}
