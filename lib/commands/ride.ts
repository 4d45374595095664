import type { Policy } from "@/lib/domain/policy";
import type { Doors } from "./doors";
import type { Halt } from "./halt";
import type { Lease } from "./leases";
import { SharedReading } from "./shared-reading";
import type { WriteTurns } from "./write-turns";

/** So many refusals in a row are taken as meant for everybody, whatever the roles say. */
const REFUSALS_IN_A_ROW = 3;

/** How old the policy may be that an act is checked against. */
const POLICY_AGE_MILLISECONDS = 1_000;

/** What the deeds of one run share. */
export class Ride {
  #refusals = 0;
  readonly #policy: SharedReading<Policy>;

  constructor(
    private readonly doors: Doors,
    readonly halt: Halt,
    readonly turns: WriteTurns,
    private readonly lease: Pick<Lease, "isHeld">,
    /** Told just before a deed is sent. */
    readonly sending: (decisionId: string) => void,
  ) {
    this.#policy = new SharedReading(doors.clock, () => doors.readPolicy());
  }

  /** The policy of this second: an exclusion that is added while a run goes on holds for all that is unsent. */
  async policy(): Promise<Policy | null> {
    try {
      return await this.#policy.since(this.doors.clock.now() - POLICY_AGE_MILLISECONDS);
    } catch {
      // Without the policy nobody knows who is protected, so nothing more is sent.
      this.halt.because({ kind: "ledger-unavailable" });
      return null;
    }
  }

  /** Whether something may be sent now: only the holder of the plan's lease sends. */
  maySend(): boolean {
    if (!this.lease.isHeld()) this.halt.because({ kind: "lease-lost" });
    return !this.halt.isStopped();
  }

  /** Graph did as it was asked. */
  allowed(): void {
    this.#refusals = 0;
  }

  /** Graph refused: stops the run when it would refuse the rest too. */
  async forbidden(mayAct: (myRoles: ReadonlySet<string> | null) => boolean | null): Promise<void> {
    this.#refusals += 1;
    if (this.halt.signal.aborted) return;
    const may = mayAct(await this.doors.readMyRoles());
    if (may !== true) this.halt.because({ kind: "role-missing" });
    else if (this.#refusals >= REFUSALS_IN_A_ROW) this.halt.because({ kind: "refused" });
  }
}
