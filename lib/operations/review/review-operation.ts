import { ROLES } from "@/lib/domain/directory-roles";
import { REVIEW_READ_SCOPES, REVIEW_WRITE_SCOPES } from "@/lib/graph/reviews/scopes";
import type { OperationHandler } from "../operation-handler";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { phaseOf, type ReviewStatus } from "@/lib/domain/reviews/review-status";
import type { Outcome } from "@/lib/domain/outcome";
import { observedOutcome } from "../outcomes";

/**
 * What operations on access reviews have in common, but for those that say otherwise:
 * https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks
 */
export const REVIEW_OPERATION = {
  scopes: { read: REVIEW_READ_SCOPES, send: REVIEW_WRITE_SCOPES },
  roles: [ROLES.governance, ROLES.users, ROLES.global],
  mayWithoutRole: false,
  // Refusals of reviews are about rules, not about people.
  keepsErrorMessage: true,
  verificationMode: "each",
  attribution: "none",
  mayRepeat: true,
  lagMilliseconds: null,
} as const satisfies Partial<OperationHandler>;

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
