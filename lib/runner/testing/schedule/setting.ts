import { Effects } from "./effects";
import type { Meddling } from "./meddling";
import type { SmallParts } from "./parts-of";
import type { PlannedOperations } from "./planned-operations";

/** What the settings of one plan have in common: what a choice did in one, it does in the other. */
export interface Shared {
  readonly plan: PlannedOperations;
  /** The same words have the same number in all schedules. */
  readonly numbers: Map<string, number>;
  readonly effects: Effects<SmallParts>;
  /** Which operation a text is about, of all texts that occurred. */
  readonly lanes: Map<string, string>;
}

export interface Setting extends Shared {
  /** What the second executor does: the same plan once more, or finding out what became of it. */
  readonly second: "runs" | "resolves";
  /** What somebody in the portal may do, once. */
  readonly meddlings: readonly Meddling[];
  /** Whether orders are left out that make no difference; without, it takes many times as long. */
  readonly isReduced: boolean;
  /** Told of the last outcome of each operation of a schedule that was followed to its end. */
  readonly onEnd: (results: readonly string[]) => void;
}

/** The parts that decide what happens, and make no situation another one: when it is, and when something happened. */
const MOMENT = ["now", "audited", "answer"] as const;

export function sharedBySettings(plan: PlannedOperations): Shared {
  return { plan, numbers: new Map(), effects: new Effects(MOMENT), lanes: new Map() };
}
