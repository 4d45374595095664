import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { phaseOf, type ReviewStatus } from "@/lib/domain/reviews/review-status";
import type { Outcome } from "@/lib/domain/outcome";
import { observedOutcome } from "../outcomes";

interface WithStatus {
  readonly status: ReviewStatus;
}

/** Whether a review or an instance is over; a status that we do not know is not. */
export function hasEnded({ status }: WithStatus): boolean {
  return phaseOf(status) === "over";
}

/** Whether it has surely not begun. */
export function hasNotBegun({ status }: WithStatus): boolean {
  return phaseOf(status) === "ahead";
}

/** Why nothing is to be sent to an instance that has to run for it; null when it may be running. */
export function whyNotRunning(instance: ReviewInstance | null): Outcome | null {
  if (instance === null) return gone;
  if (!hasEnded(instance) && !hasNotBegun(instance)) return null;
  return observedOutcome(
    "refused",
    `The instance is not in progress: its status is ${instance.status}.`,
  );
}

/** The outcome where the instance is not there any more. */
export const gone: Outcome = observedOutcome("failed", "The instance no longer exists.");
