import type { ReviewItem } from "@/lib/domain/reviews/review";
import { seen } from "../../seen";
import { sameId } from "@/lib/domain/make-plan";
import type { Sight } from "../../way";
import { type KindWay, nothingAgainst } from "../kind-way";
import { whyNotRunning } from "../status";

/** Takes every decision of a running instance back. */
export const resetInstance: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ target, readings, since }) {
    const outcome = whyNotRunning(await readings.instance(target, since));
    if (outcome !== null) return { outcome };
    const item = (await readings.items(target, false, since)).find(isDecided);
    return item === undefined
      ? { outcome: seen("already-so", null) }
      : { outcome: null, seen: { item } };
  },
  async sight({ target, readings, trace, since }): Promise<Sight> {
    const decided = (await readings.items(target, false, since)).filter(isDecided);
    const before = trace.seen?.item;
    // What was decided before the reset and still is, was not reset; what reviewers decide after it says nothing.
    const stands = decided.some(({ id, reviewedAt }) =>
      before === undefined
        ? reviewedAt !== null && reviewedAt < trace.recordedAt
        : sameId(id, before.id) && reviewedAt === before.reviewedAt,
    );
    return stands ? "not-shown" : "shown";
  },
};

/** Decides what the signed-in reviewer has left undecided as the service recommends. */
export const acceptRecommendations: KindWay = {
  proof: "each",
  trace: "none",
  mayRepeat: true,
  lagMilliseconds: null,
  async look({ target, readings, since }) {
    const outcome = whyNotRunning(await readings.instance(target, since));
    if (outcome !== null) return { outcome };
    const open = (await readings.items(target, true, since)).some(isToBeAccepted);
    return open ? nothingAgainst : { outcome: seen("already-so", null) };
  },
  async sight({ target, readings, trace, since, doors }): Promise<Sight> {
    // Whose items they were can only be asked by that person, and only while they may decide them.
    if (!sameId(trace.actorId, doors.me.userId)) return "unclear";
    if (whyNotRunning(await readings.instance(target, since)) !== null) return "unclear";
    const open = (await readings.items(target, true, since)).some(isToBeAccepted);
    return open ? "not-shown" : "shown";
  },
};

function isDecided({ decision }: ReviewItem): boolean {
  return decision !== "NotReviewed";
}

function isToBeAccepted({ decision, recommendation }: ReviewItem): boolean {
  return decision === "NotReviewed" && (recommendation === "Approve" || recommendation === "Deny");
}
