import { startApplying, stop } from "../../state/access-reviews/go-on.ts";
import type { Instance } from "../../state/access-reviews/rows.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { refuseUnlessRunning } from "./decide.ts";
import { noteReview } from "./note-review.ts";
import { instanceOf, refuseUnlessWriter, writeScopes } from "./review-rights.ts";
import { whoCalls } from "./who-calls.ts";

interface Action {
  /** The last word of its path and of its page. */
  word: string;
  activity: string;
  kind: string;
  refuse: (instance: Instance) => void;
  act: (call: Call, instance: Instance) => void;
}

/** What an administrator may do with an instance as a whole. */
function action({ word, activity, kind, refuse, act }: Action): Endpoint {
  return {
    method: "POST",
    path: `/identityGovernance/accessReviews/definitions/{definitionId}/instances/{instanceId}/${word}`,
    documentation: `https://learn.microsoft.com/graph/api/accessreviewinstance-${word.toLowerCase()}`,
    scopes: writeScopes,
    answer(call) {
      refuseUnlessWriter(call);
      const { definition, instance } = instanceOf(call);
      refuse(instance);
      act(call, instance);
      const targetId = instance.id;
      noteReview(call, { activity, operationType: "Update", kind, definition, targetId });
      return { status: 204 };
    },
  };
}

/** Only ended instances of reviews without auto-apply can be applied. */
function refuseUnlessWaiting({ status, plan }: Instance): void {
  if (plan.autoApply) {
    throw badRequest("The decisions of this access review are applied automatically.");
  }
  if (status !== "Completed" && status !== "AutoReviewed") {
    throw badRequest(
      `Decisions are applied when the review is completed: its status is '${status}'.`,
    );
  }
}

/** Stopping, applying, resetting and reminding; a stopped instance never starts again. */
export const instanceActions: readonly Endpoint[] = [
  action({
    word: "stop",
    activity: "Stop access review",
    kind: "review-instance-stopped",
    refuse: refuseUnlessRunning,
    act: ({ tenant }, instance) => {
      stop(tenant.directory, instance, tenant.clock.now());
    },
  }),
  action({
    word: "applyDecisions",
    activity: "Apply access review",
    kind: "review-decisions-applied",
    refuse: refuseUnlessWaiting,
    act: (call, instance) => {
      instance.applier = whoCalls(call);
      startApplying(call.tenant.directory, instance, call.tenant.clock.now());
    },
  }),
  action({
    word: "resetDecisions",
    activity: "Reset access review",
    kind: "review-decisions-reset",
    refuse: refuseUnlessRunning,
    act: (_, instance) => {
      for (const decision of instance.decisions) {
        Object.assign(decision, { verdict: "NotReviewed", justification: "" });
        Object.assign(decision, { reviewedBy: null, reviewedAt: null });
      }
    },
  }),
  action({
    word: "sendReminder",
    activity: "Send access review reminder",
    kind: "review-reminder-sent",
    refuse: refuseUnlessRunning,
    act: () => undefined,
  }),
];
