import type { Policy } from "@/lib/domain/policy";
import type { Lease, RunnerServices } from "./runner-services";
import { notTakenBy } from "./append";
import { stoppedBy } from "./stopped-by";
import type { Stopped } from "./run";
import { SharedReading } from "@/lib/graph/shared-reading";
import type { WriteRateLimiter } from "./write-rate-limiter";

/** After this many refusals in a row, the rest would be refused too. */
const REFUSALS_IN_A_ROW = 3;

/** The maximum age of the policy for a check. */
const POLICY_AGE_MILLISECONDS = 1_000;

/** Stops a run once, for the first reason given. */
export class RunAbort {
  readonly #controller = new AbortController();
  #reason: Stopped | null = null;

  /** Aborts when the given signal does: a person pressed Stop. */
  constructor(stopSignal?: AbortSignal) {
    const stop = () => {
      this.stop({ kind: "asked" });
    };
    if (stopSignal?.aborted === true) stop();
    else stopSignal?.addEventListener("abort", stop, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get reason(): Stopped | null {
    return this.#reason;
  }

  isStopped(): boolean {
    return this.#controller.signal.aborted;
  }

  stop(reason: Stopped): void {
    this.#reason ??= reason;
    this.#controller.abort();
  }
}

/** What the operations of one run share. */
export class RunContext {
  #refusals = 0;
  readonly #policy: SharedReading<Policy>;

  constructor(
    private readonly services: RunnerServices,
    readonly abort: RunAbort,
    private readonly lease: Pick<Lease, "isHeld">,
    /** Called right before an operation is sent. */
    readonly sending: (operationId: string) => void,
  ) {
    this.#policy = new SharedReading(services.clock, () => services.readPolicy());
  }

  get limiter(): WriteRateLimiter {
    return this.services.writeLimiter;
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** The current policy: an account that is protected during a run is protected from its unsent operations too. */
  async policy(): Promise<Policy | null> {
    try {
      return await this.#policy.since(this.services.clock.now() - POLICY_AGE_MILLISECONDS);
    } catch (error) {
      // Without the policy it is not known who is protected, so nothing more is sent.
      this.abort.stop(stoppedBy(notTakenBy(error)));
      return null;
    }
  }

  /** Whether something may be sent now: only the holder of the plan's lease sends. */
  maySend(): boolean {
    if (!this.lease.isHeld()) this.abort.stop({ kind: "lease-lost" });
    return !this.abort.isStopped();
  }

  /** Notes that Graph accepted a request. */
  allowed(): void {
    this.#refusals = 0;
  }

  /** Graph refused: stops the run when it would refuse the rest too. */
  async forbidden(mayAct: (myRoles: ReadonlySet<string> | null) => boolean | null): Promise<void> {
    this.#refusals += 1;
    if (this.abort.signal.aborted) return;
    const may = mayAct(await this.services.readMyRoles());
    if (may !== true) this.abort.stop({ kind: "role-missing" });
    else if (this.#refusals >= REFUSALS_IN_A_ROW) this.abort.stop({ kind: "refused" });
  }
}
