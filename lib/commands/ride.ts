import type { Policy } from "@/lib/domain/policy";
import type { ActingKind } from "./check-state";
import type { Doors } from "./doors";
import type { Halt } from "./halt";
import { mayCarryOut } from "./roles-for";
import type { WriteTurns } from "./write-turns";

/** So many refusals in a row are taken as meant for everybody, whatever the roles say. */
const REFUSALS_IN_A_ROW = 3;

/** How old the policy may be that an act is checked against. */
const POLICY_AGE_MILLISECONDS = 1_000;

/** What the decisions of one run share. */
export class Ride {
  #refusals = 0;
  #policy: { readonly readAt: number; readonly reading: Promise<Policy> } | null = null;

  constructor(
    private readonly doors: Doors,
    readonly halt: Halt,
    readonly turns: WriteTurns,
    /** Told just before a decision's act is sent. */
    readonly sending: (decisionId: string) => void,
  ) {}

  /** The policy of this second: an exclusion that is added while a run goes on holds for all that is unsent. */
  async policy(): Promise<Policy | null> {
    const now = this.doors.clock.now();
    if (this.#policy === null || now - this.#policy.readAt >= POLICY_AGE_MILLISECONDS) {
      this.#policy = { readAt: now, reading: this.doors.readPolicy() };
    }
    try {
      return await this.#policy.reading;
    } catch {
      // Without the policy nobody knows who is protected, so nothing more is sent.
      this.halt.because({ kind: "ledger-unavailable" });
      return null;
    }
  }

  /** Graph did as it was asked. */
  allowed(): void {
    this.#refusals = 0;
  }

  /** Graph refused: stops the run when it would refuse the rest too. */
  async forbidden(kind: ActingKind): Promise<void> {
    this.#refusals += 1;
    if (this.halt.signal.aborted) return;
    if (this.#refusals < REFUSALS_IN_A_ROW) {
      const may = mayCarryOut(kind, await this.doors.readMyRoles());
      if (may === true) return;
    }
    this.halt.because({ kind: "role-missing" });
  }
}
