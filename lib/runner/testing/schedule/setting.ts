import type { PlannedOperations } from "./planned-operations";

export interface Setting {
  readonly plan: PlannedOperations;
  /** What the second executor does: the same plan once more, or finding out what became of it. */
  readonly second: "runs" | "resolves";
  readonly meddler: boolean;
  /** The same words have the same number in all schedules. */
  readonly numbers: Map<string, number>;
  /** Whether orders are left out that make no difference; without, it takes many times as long. */
  readonly isReduced: boolean;
  /** Told of the last outcome of each operation of a schedule that was followed to its end. */
  readonly onEnd: (results: readonly string[]) => void;
}
