import type { Outcome, Result } from "@/lib/domain/outcome";

/** The outcome of what the directory showed when it was read, without anything being sent. */
export function observedOutcome(result: Result, detail: string | null): Outcome {
  return { result, evidence: "observed", detail, requestId: null };
}

/** How the detail begins of what was not sent: in the ledger it is told from what failed by nothing else. */
const NOT_ATTEMPTED = "Not attempted: ";

/** Why a step was not begun whose predecessor nobody knew in time to be done. */
export const NOT_KNOWN_IN_TIME = "whether the request before it was done was not known in time.";

/** The outcome of an operation for which nothing was sent. */
export function notAttempted(why: string): Outcome {
  return {
    result: "failed",
    evidence: "reported",
    detail: `${NOT_ATTEMPTED}${why}`,
    requestId: null,
  };
}

/** Why nothing was sent for an operation, as a sentence; null where something was, or may have been. */
export function whyNotSent({ result, detail }: Pick<Outcome, "result" | "detail">): string | null {
  if (result !== "failed" || detail?.startsWith(NOT_ATTEMPTED) !== true) return null;
  const why = detail.slice(NOT_ATTEMPTED.length);
  return `${why.charAt(0).toUpperCase()}${why.slice(1).replace(/\.$/, "")}.`;
}
