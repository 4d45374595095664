import type { Outcome } from "@/lib/domain/outcome";

/** The outcome of a deed for which nothing was sent. */
export function notAttempted(why: string): Outcome {
  return {
    result: "failed",
    evidence: "reported",
    detail: `Not attempted: ${why}`,
    requestId: null,
  };
}
