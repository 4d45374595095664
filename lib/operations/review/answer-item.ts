import { CLOCK_SKEW_MILLISECONDS } from "@/lib/domain/time";
import { sameId } from "@/lib/domain/same-id";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { OperationContext, OperationHandler } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { bodyPartsOf, ITEM } from "../request-target";
import { REVIEW_OPERATION, whyNotRunning } from "./review-operation";
import { SHARED_READING_MILLISECONDS } from "@/lib/graph/shared-reading";

/** A reviewer's answer to one item. Many are looked at in one reading, before and after. */
export const answerItem: OperationHandler = {
  ...REVIEW_OPERATION,
  // Who was asked as a reviewer decides.
  roles: [],
  labels: {
    verb: "Answer",
    doing: "Answering",
    name: "Answer as a reviewer",
    done: "Answered",
    changes:
      "Your answer is recorded in the review. You can change it until the instance ends. Then it is applied according to the review's settings.",
    notDone: "The answer was not recorded in the review.",
  },
  request: { method: "PATCH", path: ITEM },
  auditActivity: "not-known",
  verificationMode: "together",
  attribution: "signed",
  mayRepeat: true,
  lagMilliseconds: null,
  async precheck(context) {
    const { operation, target, readings, execution, services, since } = context;
    const prefetchBefore = Math.max(
      execution.recordedAt,
      services.clock.now() - SHARED_READING_MILLISECONDS,
    );
    const fresh = Math.max(since, prefetchBefore);
    const outcome = whyNotRunning(await readings.instance(target, fresh));
    if (outcome !== null) return { outcome };
    const item = await readings.item(target, { mine: true, since: fresh, prefetchBefore });
    if (item === undefined) {
      return {
        outcome: observedOutcome("refused", "You are not a reviewer of this item."),
      };
    }
    if (operation.guestId !== null && !sameId(item.principal.id, operation.guestId)) {
      return { outcome: observedOutcome("refused", "The item is about somebody else.") };
    }
    if (isAnswered(context, item)) return { outcome: observedOutcome("already-so", null) };
    if (isDecidedMeanwhile(context, item)) {
      const as = item.decision === "DontKnow" ? "Don't know" : item.decision;
      return {
        outcome: observedOutcome(
          "refused",
          `Another reviewer has decided it in the meantime: ${as}.`,
        ),
      };
    }
    return { outcome: null, snapshot: { item } };
  },
  async verify(context): Promise<Shown> {
    const { target, readings, execution, services, since } = context;
    const mine = sameId(execution.actorId, services.me.userId);
    const item = await readings.item(target, { mine, since, prefetchBefore: 0 });
    if (item === undefined) return "unclear";
    if (isAnswered(context, item)) {
      // An answer from before the operation was recorded is somebody else's, unless the item was read undecided since.
      const { reviewedAt: answeredAt } = item;
      const isEarlier =
        answeredAt !== null && answeredAt < execution.recordedAt - CLOCK_SKEW_MILLISECONDS;
      return execution.snapshot === null && isEarlier ? "unclear" : "shown";
    }
    if (item.decision === "NotReviewed") return "not-shown";
    const { reviewedAt } = item;
    const before = execution.snapshot?.item;
    // Within the run the browser's clock says when it was recorded, and may be wrong: what was seen before decides.
    if (before !== undefined) {
      const isSame = before.decision === item.decision && before.reviewedAt === reviewedAt;
      return isSame ? "not-shown" : "unclear";
    }
    const isOlder =
      reviewedAt !== null && reviewedAt < execution.recordedAt - CLOCK_SKEW_MILLISECONDS;
    // Somebody, perhaps the service itself, has decided since: it may have been after ours.
    return isOlder ? "not-shown" : "unclear";
  },
};

function isAnswered({ execution }: OperationContext, item: ReviewItem): boolean {
  const { decision, justification } = bodyPartsOf(execution.step.request);
  const said = typeof justification === "string" ? justification.trim() : "";
  return (
    item.decision === decision &&
    (item.justification ?? "").trim() === said &&
    item.reviewedBy !== null &&
    sameId(item.reviewedBy.id, execution.actorId)
  );
}

/**
 * Whether somebody else has decided otherwise since the reviewer saw the item. The last answer counts in Entra, and
 * nobody should set a colleague's aside without having seen it.
 */
function isDecidedMeanwhile(
  { execution, plannedFrom }: OperationContext,
  item: ReviewItem,
): boolean {
  if (plannedFrom === null || item.decision === "NotReviewed" || item.reviewedBy === null)
    return false;
  if (item.decision === bodyPartsOf(execution.step.request).decision) return false;
  if (sameId(item.reviewedBy.id, execution.actorId)) return false;
  const { decision, reviewedById } = plannedFrom;
  const isTheSame =
    decision === item.decision &&
    typeof reviewedById === "string" &&
    sameId(reviewedById, item.reviewedBy.id);
  return !isTheSame;
}
