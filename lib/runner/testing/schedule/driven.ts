import type { Executor } from "./executor";
import type { Invariants } from "./invariants";
import type { Network } from "./network";
import type { Recovery } from "./recovery";
import type { Choice, Scope } from "./situation";

/** What choices happen to. */
export interface Driven {
  readonly network: Network;
  readonly invariants: Invariants;
  executor(name: string): Executor;
  beginSecond(): void;
  spendFault(): void;
  meddle(label: string): void;
  lapse(): void;
  endWith(order: Recovery): void;
}

export type SmallChoice = Choice<Driven>;

export const ODDS: Scope = { changes: ["odds"], reads: ["now"] };

/** What passing time does to a part depends on that part alone. */
export const PASSING: readonly Scope[] = [
  ...["A", "B", "ledger", "lease", "directory"].map((name) => ({
    changes: [name],
    reads: ["now"],
  })),
  ODDS,
  { changes: ["now"], reads: [] },
];
