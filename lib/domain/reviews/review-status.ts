import type { UnknownWord } from "./known-word";

/** https://learn.microsoft.com/graph/api/resources/accessreviewinstance and the definition's and the stage's pages. */
export const REVIEW_STATUSES = [
  "Initializing",
  "NotStarted",
  "Starting",
  "InProgress",
  "Completing",
  "Completed",
  "AutoReviewing",
  "AutoReviewed",
  "Applying",
  "Applied",
] as const;

/** Where Entra says that a review, an instance or a stage is. */
export type ReviewStatus = (typeof REVIEW_STATUSES)[number] | UnknownWord;

/** The three phases that decide what can be done, and a status that tells of none of them. */
export type Phase = "ahead" | "running" | "over" | "unknown";

/** The phase that a status belongs to. What Entra adds later is unknown: each caller says what that means for it. */
export function phaseOf(status: ReviewStatus): Phase {
  switch (status) {
    case "Initializing":
    case "NotStarted":
    case "Starting":
      return "ahead";
    case "InProgress":
      return "running";
    case "Completing":
    case "Completed":
    case "AutoReviewing":
    case "AutoReviewed":
    case "Applying":
    case "Applied":
      return "over";
    default:
      return "unknown";
  }
}

/** Whether an instance may have ended: surely over, or of a status that we do not know. */
export function mayHaveEnded({ status }: { readonly status: ReviewStatus }): boolean {
  const phase = phaseOf(status);
  return phase === "over" || phase === "unknown";
}

const ORDER = { running: 0, ahead: 1, over: 2, unknown: null } as const;

/** Where a status stands in a list: what runs comes first; null where that is unknown. */
export function phaseOrder(status: ReviewStatus): number | null {
  return ORDER[phaseOf(status)];
}

/** Whether a review surely asks, or will ask again: a series is in progress between its instances too. */
export function isUnderWay({ status }: { readonly status: ReviewStatus }): boolean {
  const phase = phaseOf(status);
  return phase === "ahead" || phase === "running";
}

/** Whether a review may still take access away: only one that is surely over does not. */
export function mayRun({ status }: { readonly status: ReviewStatus }): boolean {
  return phaseOf(status) !== "over";
}
