import { notSentWords, stateWords } from "@/components/plan/plan-labels";
import type { OperationState } from "@/lib/runner/run";
import { isNotAccepted } from "./answer";

/** How far an answer is, for its row. */
export function answerWords(state: OperationState): string {
  if (typeof state === "string") {
    return { waiting: "waiting", recorded: "recorded", sending: "sending" }[state];
  }
  if ("stopped" in state) return "not sent";
  switch (state.result) {
    case "done":
      return "sent";
    case "already-so":
      return "already done";
    case "refused":
      return "refused";
    case "partly-done":
      return "partly sent";
    case "failed":
      return "failed";
    case "unknown":
      return "sent, no reply yet";
  }
}

/** Why an answer was not accepted; null where it was, or may be. */
export function whyNotAccepted(state: OperationState): string | null {
  if (typeof state === "string" || !isNotAccepted(state)) return null;
  if ("stopped" in state) return notSentWords(state);
  return state.detail ?? `${stateWords(state)}.`;
}

/** What went wrong with an answer and what was not done; null where nothing did. */
export function answerProblem(state: OperationState, place: string): string | null {
  const why = whyNotAccepted(state);
  if (why !== null) return `Your answer is not in ${place}. ${why}`;
  return typeof state === "object" && "result" in state && state.result === "unknown"
    ? "Your answer was sent, but no reply came. Guestlist finds out later what became of it; nothing is sent twice."
    : null;
}
