export const RESULTS = ["done", "already-so", "refused", "failed", "unknown"] as const;

/** What became of an act. "unknown" means sent and not answered: it is settled by reading, never by sending again. */
export type Result = (typeof RESULTS)[number];

export const EVIDENCE = ["reported", "observed", "audited"] as const;

/** How well an outcome is known: the tab said so, the object was read back, or Entra's own audit log has it. */
export type Evidence = (typeof EVIDENCE)[number];

export interface Outcome {
  readonly result: Result;
  readonly evidence: Evidence;
  /** What Graph or the check said, for people; never a guest's name or mail. */
  readonly detail: string | null;
  /** Graph's own id of the request, for support and for matching the audit log. */
  readonly requestId: string | null;
}
