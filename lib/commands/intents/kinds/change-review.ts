import { seen } from "../../seen";
import type { Sight } from "../../way";
import { changedMeanwhile, settingsNotStored } from "../changed-meanwhile";
import { type KindWay } from "../kind-way";
import { showsBody } from "../shows-body";
import { hasEnded } from "../status";

/** The service's clock and ours may differ a little. */
const SKEW_MILLISECONDS = 5 * 60_000;

/**
 * A review is changed by sending the whole of it; what is the same as before is sent along. What somebody else has
 * changed since the plan saw it is not overwritten.
 */
export const changeReview: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ intent, target, readings, saw }) {
    const review = await readings.review(target);
    if (review === null) return { outcome: seen("failed", "The review is not there any more.") };
    if (hasEnded(review)) {
      return { outcome: seen("refused", "The series has ended: nothing of it can be changed.") };
    }
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
    // Right after it was sent, whatever else is there is not what was asked for.
    if (trace.seen?.review !== undefined) return "not-shown";
    const changed = review.asGiven.lastModifiedDateTime;
    const changedAt = typeof changed === "string" ? Date.parse(changed) : Number.NaN;
    return changedAt < trace.recordedAt - SKEW_MILLISECONDS ? "not-shown" : "unclear";
  },
  async notStored({ intent, target, readings }) {
    const review = await readings.review(target);
    return review === null ? [] : settingsNotStored(intent.request.body, review.asGiven);
  },
};
