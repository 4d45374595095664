export const RESULTS = [
  "done",
  "already-so",
  "partly-done",
  "refused",
  "failed",
  "unknown",
] as const;

/**
 * What became of an operation. "unknown" means sent, and nothing proves what became of it: no answer came, or the
 * directory does not show what was accepted. It is resolved by reading, never by sending again.
 * "partly-done": of several steps the first ones are done and a later one is not, or is unknown.
 */
export type Result = (typeof RESULTS)[number];

export const EVIDENCE = ["reported", "observed", "audited"] as const;

/** How well an outcome is known: reported by the browser or a person, read in the directory, or in Entra's audit log. */
export type Evidence = (typeof EVIDENCE)[number];

/**
 * One record of Entra's audit log: proof only where its correlation id is the id that our request carried.
 * https://learn.microsoft.com/graph/api/resources/directoryaudit
 */
export interface AuditRecord {
  readonly id: string;
  readonly correlationId: string;
}

/** Longest detail that the ledger keeps, in characters. */
export const DETAIL_MAX = 1_000;

export interface Outcome {
  readonly result: Result;
  readonly evidence: Evidence;
  /** The reason that Graph or the check gave, for people; never a guest's name or mail. */
  readonly detail: string | null;
  /** Graph's own id of the request, for support and for matching the audit log. */
  readonly requestId: string | null;
  /** The proof of evidence `audited`; outcomes recorded before it was kept have none. */
  readonly auditRecord?: AuditRecord | undefined;
}

/** Whether the directory is as the operation wanted it, by this operation or already before. */
export function isDone({ result }: Pick<Outcome, "result">): boolean {
  return result === "done" || result === "already-so";
}

/**
 * The result of an operation, from the results of its begun steps in order. If the first was already done, there is
 * nothing to undo.
 */
export function resultOfSteps([first, ...later]: readonly [Outcome, ...Outcome[]]): Result {
  const missing = later.find((outcome) => !isDone(outcome));
  if (!isDone(first) || missing === undefined) return first.result;
  return first.result === "already-so" ? missing.result : "partly-done";
}

/**
 * The evidence of an operation, from its begun steps in order: no better than the weakest of them.
 */
export function evidenceOfSteps(steps: readonly [Outcome, ...Outcome[]]): Evidence {
  const [first, ...later] = steps;
  const missing = later.find((outcome) => !isDone(outcome));
  if (!isDone(first)) return first.evidence;
  // If the first step was already done, the outcome is that of the step which was not.
  if (first.result === "already-so" && missing !== undefined) return missing.evidence;
  const isWeakest = (evidence: Evidence) => steps.some((step) => step.evidence === evidence);
  return EVIDENCE.find(isWeakest) ?? first.evidence;
}

/** Whether one grade of evidence is stronger than the other. */
export function isStronger(one: Evidence, other: Evidence): boolean {
  return RANK[one] > RANK[other];
}

function isOnlyReported({ result, evidence }: Outcome): boolean {
  return result === "done" && evidence === "reported";
}

/** The reason of a correction that a reading makes, and no person. */
export const READ_AGAIN =
  "It was resolved again: Entra's audit log or the directory shows otherwise.";

/** The same in entries of earlier versions. */
const READ_AGAIN_EARLIER = "The directory was read again and shows otherwise.";

/** Whether a correction comes from a reading, and not from a person. */
export function isFromReading(correction: string | null | undefined): boolean {
  return correction === READ_AGAIN || correction === READ_AGAIN_EARLIER;
}

const RANK: Readonly<Record<Evidence, number>> = { reported: 0, observed: 1, audited: 2 };

/**
 * Whether an outcome may replace the current one. Weaker evidence never replaces stronger. Another result with the same
 * evidence needs a reason, from a person or a later reading, which makes it a correction. Only another audit record
 * replaces `audited`, and only that or another correction replaces a correction's known result.
 */
export function mayReplaceOutcome(
  current: Outcome,
  next: Outcome,
  isCorrection: boolean,
  wasCorrected = false,
): boolean {
  if (current.result === "unknown") {
    // That Microsoft accepted it is known by then, and that the directory does not show it: an answer that comes late
    // says less.
    return isCorrection || current.evidence !== "observed" || !isOnlyReported(next);
  }
  if (isCorrection) return current.evidence !== "audited" || next.evidence === "audited";
  if (wasCorrected) return next.evidence === "audited";
  // What was only reported and then did not show is not known, and that was looked for.
  if (next.result === "unknown") return next.evidence === "observed" && isOnlyReported(current);
  // Microsoft's own no says more than that nothing shows.
  if (current.result === "refused" && next.result === "failed") return false;
  if (next.result === current.result) return RANK[next.evidence] >= RANK[current.evidence];
  return RANK[next.evidence] > RANK[current.evidence];
}
