import type { ReviewSettings } from "./review";
import type { ReviewStatus } from "./review-status";
import { DAY, type Instant } from "../time";

const SOON_MILLISECONDS = 30_000;

/** What of a run says whether it is about to change by itself. */
export interface Resolving {
  readonly status: ReviewStatus;
  readonly endsAt?: Instant | null;
}

/** What a review says of what comes after the end. */
export type AfterTheEnd = Pick<ReviewSettings, "autoApply" | "applyAction" | "ifNobodyAnswers">;

/**
 * How long to wait before these are looked at again; false where nothing is about to change. Without the rules of their
 * review only those are watched that surely go on.
 */
export function untilNextLook(
  runs: readonly Resolving[] | undefined,
  now: Instant,
  rules?: AfterTheEnd,
): number | false {
  return (runs ?? []).some((run) => goesOn(run, now, rules)) ? SOON_MILLISECONDS : false;
}

function goesOn({ status, endsAt }: Resolving, now: Instant, rules?: AfterTheEnd): boolean {
  // After this time the service does not change the state any more.
  const isRecent = (endsAt ?? now) > now - DAY;
  switch (status) {
    case "Completing":
    case "AutoReviewing":
      return isRecent;
    case "Completed":
    case "AutoReviewed": {
      // A series has no end of its own: look at its instances.
      if (!isRecent || endsAt == null || rules === undefined) return false;
      const isToDecide = status === "Completed" && rules.ifNobodyAnswers !== null;
      return rules.autoApply || isToDecide;
    }
    case "Applying":
      // People who are blocked first and deleted then make it last for 30 days, which nobody has to watch. Whatever
      // else is applied may have been begun by hand, long after the end.
      return rules === undefined ? isRecent : rules.applyAction === "remove-access";
    default:
      return false;
  }
}
