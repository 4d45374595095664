import { sameId } from "@/lib/domain/same-id";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { type OperationHandler, precheckPassed } from "../operation-handler";
import { observedOutcome } from "../outcomes";
import { INSTANCE } from "../request-target";
import { REVIEW_OPERATION, whyNotRunning } from "./review-operation";

/** Decides what the signed-in reviewer has left undecided as the service recommends. */
export const acceptRecommendations: OperationHandler = {
  ...REVIEW_OPERATION,
  // Who was asked as a reviewer decides.
  roles: [],
  labels: {
    verb: "Accept recommendations",
    doing: "Accepting recommendations",
    name: "Accept recommendations",
    done: "Recommendations accepted",
    changes:
      "Your undecided items are decided as Microsoft Entra recommends. You can change the decisions until the instance ends.",
    notDone: "The recommendations were not accepted.",
  },
  request: { method: "POST", path: `${INSTANCE}/acceptRecommendations` },
  auditActivity: "not-known",
  async precheck({ target, readings, since }) {
    const outcome = whyNotRunning(await readings.instance(target, since));
    if (outcome !== null) return { outcome };
    const open = (await readings.items(target, true, since)).some(isToBeAccepted);
    return open ? precheckPassed : { outcome: observedOutcome("already-so", null) };
  },
  async verify({ target, readings, execution, since, services }): Promise<Shown> {
    // Whose items they were can only be asked by that person, and only while they may decide them.
    if (!sameId(execution.actorId, services.me.userId)) return "unclear";
    if (whyNotRunning(await readings.instance(target, since)) !== null) return "unclear";
    const open = (await readings.items(target, true, since)).some(isToBeAccepted);
    return open ? "not-shown" : "shown";
  },
};

function isToBeAccepted({ decision, recommendation }: ReviewItem): boolean {
  return decision === "NotReviewed" && (recommendation === "Approve" || recommendation === "Deny");
}
