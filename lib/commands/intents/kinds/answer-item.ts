import { sameId } from "@/lib/domain/make-plan";
import { partsOf } from "@/lib/domain/reviews/graph-query";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { seen } from "../../seen";
import type { Sight } from "../../way";
import type { At, KindWay } from "../kind-way";
import { whyNotRunning } from "../status";

/** The service's clock and ours may differ a little. */
const SKEW_MILLISECONDS = 5 * 60_000;
/** One reading serves all answers that are sent while it is so young. */
const FRESH_MILLISECONDS = 15_000;

/** A reviewer's answer to one item. Many are looked at in one reading, before and after. */
export const answerItem: KindWay = {
  proof: "together",
  trace: "signed",
  mayRepeat: true,
  lagMilliseconds: null,
  async look(at) {
    const { intent, target, readings, trace, doors, since } = at;
    const ahead = Math.max(trace.recordedAt, doors.clock.now() - FRESH_MILLISECONDS);
    const fresh = Math.max(since, ahead);
    const outcome = whyNotRunning(await readings.instance(target, fresh));
    if (outcome !== null) return { outcome };
    const item = await readings.item(target, { mine: true, since: fresh, ahead });
    if (item === undefined) {
      return { outcome: seen("refused", "The item is not among those that you decide.") };
    }
    if (intent.guestId !== null && !sameId(item.principal.id, intent.guestId)) {
      return { outcome: seen("refused", "The item is about somebody else.") };
    }
    if (isAnswered(at, item)) return { outcome: seen("already-so", null) };
    if (isDecidedMeanwhile(at, item)) {
      const as = item.decision === "DontKnow" ? "Don't know" : item.decision;
      return { outcome: seen("refused", `Another reviewer has decided it meanwhile: ${as}.`) };
    }
    return { outcome: null, seen: { item } };
  },
  async sight(at): Promise<Sight> {
    const { target, readings, trace, doors, since } = at;
    const mine = sameId(trace.actorId, doors.me.userId);
    const item = await readings.item(target, { mine, since, ahead: 0 });
    if (item === undefined) return "unclear";
    if (isAnswered(at, item)) {
      // What was so before it was recorded was not this answer's doing; who has seen it undecided knows better.
      const { reviewedAt: answeredAt } = item;
      const isEarlier = answeredAt !== null && answeredAt < trace.recordedAt - SKEW_MILLISECONDS;
      return trace.seen === null && isEarlier ? "unclear" : "shown";
    }
    if (item.decision === "NotReviewed") return "not-shown";
    const before = trace.seen?.item;
    if (before?.decision === item.decision && before.reviewedAt === item.reviewedAt) {
      return "not-shown";
    }
    const { reviewedAt } = item;
    const isOlder = reviewedAt !== null && reviewedAt < trace.recordedAt - SKEW_MILLISECONDS;
    // Somebody, perhaps the service itself, has decided since: it may have been after ours.
    return isOlder ? "not-shown" : "unclear";
  },
};

function isAnswered({ intent, trace }: At, item: ReviewItem): boolean {
  const { decision, justification } = partsOf(intent.request.body);
  const said = typeof justification === "string" ? justification.trim() : "";
  return (
    item.decision === decision &&
    (item.justification ?? "").trim() === said &&
    item.reviewedBy !== null &&
    sameId(item.reviewedBy.id, trace.actorId)
  );
}

/**
 * Whether somebody else has decided otherwise since the reviewer saw the item. The last answer counts in Entra, and
 * nobody should set a colleague's aside without having seen it.
 */
function isDecidedMeanwhile({ intent, trace, saw }: At, item: ReviewItem): boolean {
  if (saw === null || item.decision === "NotReviewed" || item.reviewedBy === null) return false;
  if (item.decision === partsOf(intent.request.body).decision) return false;
  if (sameId(item.reviewedBy.id, trace.actorId)) return false;
  const { decision, reviewedById } = saw;
  const isTheSame =
    decision === item.decision &&
    typeof reviewedById === "string" &&
    sameId(reviewedById, item.reviewedBy.id);
  return !isTheSame;
}
