import { numberText } from "@/lib/domain/number-text";
import type { RunSnapshot } from "@/lib/runner/run";

/** Where the outcomes are: all in the history, on their way as in every run, held up, or given up with the run. */
export type Recording = "all" | "on-their-way" | "held-up" | "given-up";

/**
 * Outcomes are written a few at a time, so that some are always on their way while more are sent. When nothing is sent
 * any more and they are still not written, the history may not be answering.
 */
export function recordingOf({
  unsaved,
  states,
  result,
}: Pick<RunSnapshot, "unsaved" | "states" | "result">): Recording {
  if (unsaved === 0) return "all";
  if (result !== null) return "given-up";
  return [...states.values()].includes("sending") ? "on-their-way" : "held-up";
}

/** What is said once the history does not take them. */
export function notWrittenWords(unsaved: number): string {
  return unsaved === 1
    ? "1 outcome is not in the history yet; it is kept in this browser and sent again."
    : `${numberText(unsaved)} outcomes are not in the history yet; they are kept in this browser and sent again.`;
}
