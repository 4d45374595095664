import type { Outcome, Result } from "@/lib/domain/outcome";

/** The outcome of what the directory showed when it was read, without anything being sent. */
export function observedOutcome(result: Result, detail: string | null): Outcome {
  return { result, evidence: "observed", detail, requestId: null };
}

/** The outcome of an operation for which nothing was sent. */
export function notAttempted(why: string): Outcome {
  return {
    result: "failed",
    evidence: "reported",
    detail: `Not attempted: ${why}`,
    requestId: null,
  };
}
