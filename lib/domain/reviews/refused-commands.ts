import type { InstanceKind, SeriesKind } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { phaseOf, type ReviewStatus } from "@/lib/domain/reviews/review-status";

const UNKNOWN =
  "Guestlist doesn't know this status. Look at the review in the Microsoft Entra admin center.";

/** Why a series cannot be changed like this as it stands now; null when nothing speaks against it. */
export function whyNotSeries(
  command: SeriesKind,
  { status, settings }: Pick<Review, "status" | "settings">,
): string | null {
  const phase = phaseOf(status);
  const isOver = phase === "over";
  switch (command) {
    case "change-review":
      if (settings.recurrence === null) {
        return "This review runs only once: there is no later instance to change.";
      }
      if (phase === "unknown") return UNKNOWN;
      return isOver ? "This series has ended: there is no later instance to change." : null;
    case "stop-review":
      if (phase === "unknown") return UNKNOWN;
      return isOver ? "This review has ended already." : null;
    case "delete-review":
      return null;
  }
}

/** Why this cannot be done to an instance as it stands now; null when nothing speaks against it. */
export function whyNotInstance(
  command: InstanceKind,
  { settings }: Pick<Review, "settings">,
  { status }: Pick<ReviewInstance, "status">,
): string | null {
  if (command === "apply-instance") return whyNotApply(settings.autoApply, status);
  switch (phaseOf(status)) {
    case "ahead":
      return "It has not started yet.";
    case "running":
      return null;
    case "over":
      return "It has ended.";
    case "unknown":
      return UNKNOWN;
  }
}

/** https://learn.microsoft.com/graph/api/accessreviewinstance-applydecisions */
function whyNotApply(autoApply: boolean, status: ReviewStatus): string | null {
  if (status === "Applying" || status === "Applied") return "Its decisions are applied already.";
  if (autoApply) return "Its decisions are applied automatically.";
  if (phaseOf(status) === "unknown") return UNKNOWN;
  if (status === "Completed" || status === "AutoReviewed") return null;
  return "Decisions can be applied when it has ended.";
}
