import { seen } from "../../seen";
import type { Sight } from "../../way";
import { changedMeanwhile } from "../changed-meanwhile";
import { type KindWay } from "../kind-way";
import { showsBody } from "../shows-body";

/** The service's clock and ours may differ a little. */
const SKEW_MILLISECONDS = 5 * 60_000;

/**
 * A review is changed by sending the whole of it; what is the same as before is sent along. What somebody else has
 * changed since the plan saw it is not overwritten.
 */
export const changeReview: KindWay = {
  proof: "each",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ intent, target, readings, saw }) {
    const review = await readings.review(target);
    if (review === null) return { outcome: seen("failed", "The review is not there any more.") };
    const { body } = intent.request;
    if (showsBody(body, review.asGiven)) return { outcome: seen("already-so", null) };
    const lost = saw === null ? [] : changedMeanwhile(saw, review.asGiven, body);
    if (lost.length === 0) return { outcome: null, seen: { review } };
    const detail = `It was changed meanwhile, and this would undo that: ${lost.join(", ")}.`;
    return { outcome: seen("refused", detail) };
  },
  async sight({ intent, target, readings, trace }): Promise<Sight> {
    const review = await readings.review(target);
    if (review === null) return "unclear";
    if (showsBody(intent.request.body, review.asGiven)) return "shown";
    const before = trace.seen?.review?.asGiven;
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(review.asGiven)) {
      return "not-shown";
    }
    const changed = review.asGiven.lastModifiedDateTime;
    const changedAt = typeof changed === "string" ? Date.parse(changed) : Number.NaN;
    return changedAt < trace.recordedAt - SKEW_MILLISECONDS ? "not-shown" : "unclear";
  },
};
