import { numberText } from "../number-text";
import type { ReviewInstance } from "./review";

/** How many items are decided, of how many. */
export interface DecidedCount {
  readonly decided: number;
  readonly total: number;
  /** Both are lower bounds, since the service did not count the rest. */
  readonly atLeast?: true;
  /** How many denials Entra could not apply, of the items that were read; absent where that is none. */
  readonly notApplied?: number;
}

/** The count of what runs; null where nothing runs. */
export type DecidedState = DecidedCount | "reading" | "not-counted" | null;

/** The counts of these instances together; null where there is none, or one of them was not counted. */
export function sumOfCounts(
  instances: readonly Pick<ReviewInstance, "id">[],
  counts: ReadonlyMap<string, DecidedCount> | undefined,
): DecidedCount | null {
  const parts = instances.flatMap(({ id }) => counts?.get(id) ?? []);
  if (instances.length === 0 || parts.length < instances.length) return null;
  return {
    decided: parts.reduce((sum, { decided }) => sum + decided, 0),
    total: parts.reduce((sum, { total }) => sum + total, 0),
    ...(parts.some(({ atLeast }) => atLeast === true) && { atLeast: true as const }),
  };
}

/** How many denials of these instances Entra could not apply, as far as it is known. */
export function notAppliedIn(
  instances: readonly Pick<ReviewInstance, "id">[],
  counts: ReadonlyMap<string, DecidedCount> | undefined,
): number {
  return instances.reduce((sum, { id }) => sum + (counts?.get(id)?.notApplied ?? 0), 0);
}

/** How far these running instances are, or why that is not known. */
export function decidedStateOf(
  running: readonly Pick<ReviewInstance, "id">[],
  counts: {
    readonly data: ReadonlyMap<string, DecidedCount> | undefined;
    readonly isLoading: boolean;
  },
): DecidedState {
  if (running.length === 0) return null;
  return sumOfCounts(running, counts.data) ?? (counts.isLoading ? "reading" : "not-counted");
}

/** The count in the words of a cell; empty where nothing runs. */
export function decidedText(state: DecidedState): string {
  if (state === null) return "";
  if (state === "reading") return "…";
  if (state === "not-counted") return "Not counted";
  const { decided, total, atLeast } = state;
  if (atLeast === true) return `At least ${numberText(decided)}`;
  return `${numberText(decided)} of ${numberText(total)}`;
}

/** The share that is decided, by which lists sort; null where it is not known. */
export function decidedShare(state: DecidedState): number | null {
  return state === null || typeof state === "string"
    ? null
    : state.decided / Math.max(1, state.total);
}
