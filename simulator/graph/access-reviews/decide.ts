import type { Decision, Definition, Instance, Verdict } from "../../state/access-reviews/rows.ts";
import type { Call } from "../endpoint.ts";
import { badRequest } from "../errors.ts";
import { noteReview } from "./note-review.ts";
import { type Body, textAt } from "./read-body.ts";
import { whoCalls } from "./who-calls.ts";

const verdicts = ["Approve", "Deny", "DontKnow"] as const;

/** Refuses once an instance has ended: nothing can be decided any more, and a stopped one never starts again. */
export function refuseUnlessRunning({ status }: Instance): void {
  if (status === "InProgress") return;
  throw badRequest(`The access review instance is not in progress: its status is '${status}'.`);
}

/** Reads a reviewer's decision, or refuses it by the review's rules. */
export function readVerdict(
  body: Body,
  { plan }: Instance,
): { verdict: Verdict; justification: string } {
  const verdict = verdicts.find((each) => each === body.decision);
  if (verdict === undefined) {
    throw badRequest("The property 'decision' must be Approve, Deny or DontKnow.");
  }
  const justification = textAt(body, "justification", 4000);
  if (verdict === "Approve" && plan.justifiesApproval && justification.trim() === "") {
    throw badRequest("This access review requires a 'justification' to approve access.");
  }
  return { verdict, justification };
}

/** Records the caller's decision, of which the last counts, in the audit log and effect log too. */
export function decide(
  call: Call,
  definition: Definition,
  decision: Decision,
  said: { verdict: Verdict; justification: string },
): void {
  decision.verdict = said.verdict;
  decision.justification = said.justification;
  decision.reviewedBy = whoCalls(call);
  decision.reviewedAt = call.tenant.clock.iso();
  noteReview(call, {
    activity: activities[said.verdict],
    operationType: "Update",
    kind: "review-decided",
    definition,
    targetId: decision.id,
    details: { PrincipalId: decision.principal.id, Justification: said.justification },
  });
}

const activities: Readonly<Record<Verdict, string>> = {
  Approve: "Approve decision",
  Deny: "Deny decision",
  DontKnow: "Don't know decision",
  NotReviewed: "Reset decision",
};
