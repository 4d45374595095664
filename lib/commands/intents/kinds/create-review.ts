import { partsOf } from "@/lib/domain/reviews/graph-query";
import { intentIdIn } from "@/lib/domain/reviews/marker";
import { notAttempted } from "../../not-attempted";
import { seen } from "../../seen";
import type { Sight } from "../../way";
import { type At, type KindWay, nothingAgainst } from "../kind-way";

/** Lists of reviews may not have a new one for a while: https://learn.microsoft.com/graph/best-practices-concept */
const LAG_MILLISECONDS = 60_000;

/**
 * The description of a review for administrators ends with the mark of the intent that makes it. It is looked for
 * before anything is sent, so that one intent never makes two.
 */
export const createReview: KindWay = {
  proof: "each",
  trace: "marked",
  mayRepeat: true,
  lagMilliseconds: LAG_MILLISECONDS,
  async look(at) {
    const { descriptionForAdmins } = partsOf(at.intent.request.body);
    const mark = typeof descriptionForAdmins === "string" ? intentIdIn(descriptionForAdmins) : null;
    if (mark !== at.intent.id.toLowerCase()) {
      return { outcome: notAttempted("the request does not bear the mark of its intent.") };
    }
    return (await find(at)) ? { outcome: seen("done", null) } : nothingAgainst;
  },
  async sight(at): Promise<Sight> {
    const made = at.made.get(at.intent.id);
    if (made === undefined) return (await find(at)) ? "shown" : "not-shown";
    const review = await at.readings.review({ ...at.target, review: made });
    return review === null ? "not-shown" : "shown";
  },
};

async function find({ intent, trace, readings, made }: At): Promise<boolean> {
  const found = await readings.markedReviews(intent.id, trace.recordedAt);
  const first = found.at(-1);
  if (first !== undefined) made.set(intent.id, first);
  return first !== undefined;
}
