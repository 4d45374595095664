import type { Outcome, Result } from "@/lib/domain/outcome";

/** The outcome of what was looked at and not sent. */
export function seen(result: Result, detail: string | null): Outcome {
  return { result, evidence: "observed", detail, requestId: null };
}
