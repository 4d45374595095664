import { seen } from "../../seen";
import { type KindWay, nothingAgainst } from "../kind-way";
import { hasEnded } from "../status";

/** What is deleted is not found any more. */
export const deleteReview: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ target, readings }) {
    const gone = (await readings.review(target)) === null;
    return gone ? { outcome: seen("already-so", null) } : nothingAgainst;
  },
  sight: async ({ target, readings }) =>
    (await readings.review(target)) === null ? "shown" : "not-shown",
};

/** Ends what runs of a series, and begins no more of it. */
export const stopReview: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ target, readings }) {
    const review = await readings.review(target);
    if (review === null) return { outcome: seen("failed", "The review is not there any more.") };
    return hasEnded(review) ? { outcome: seen("already-so", null) } : nothingAgainst;
  },
  async sight({ target, readings }) {
    const review = await readings.review(target);
    if (review === null) return "unclear";
    return hasEnded(review) ? "shown" : "not-shown";
  },
};
