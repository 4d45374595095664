import { decisionWord } from "@/components/entries/review-item-labels";
import { type Answers, type Decisions, decisionsWith } from "@/components/inbox/answer";
import type { InboxRow } from "@/components/inbox/decision-workspace";
import type { Inbox } from "@/components/inbox/inbox";
import { answerQueueHook } from "@/components/inbox/use-answer-queue";
import { unsentAnswersInTab } from "@/lib/contract/unsent-answers";
import { type Decision, DECISIONS, planAnswers } from "@/lib/domain/reviews/plan-answers";
import { type MyProgress, progressOf } from "@/lib/domain/reviews/progress";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { type ItemDecisions, recommendationOf } from "@/lib/domain/reviews/item-facts";
import { tabStorage } from "@/lib/services/tab-storage";

/** The items that reviews ask the signed-in person to decide. */
export const reviewInbox: Inbox<ReviewItem, Decision> = {
  options: [
    {
      decision: "Approve",
      verb: "Approve",
      word: decisionWord("Approve"),
      key: "A",
      keyHelp: "Approve: keep the access",
    },
    {
      decision: "Deny",
      verb: "Deny",
      word: decisionWord("Deny"),
      key: "D",
      keyHelp: "Deny: remove the access",
      isDanger: true,
    },
    {
      decision: "DontKnow",
      verb: "Don't know",
      word: decisionWord("DontKnow"),
      key: "U",
      keyHelp: "Unsure: don't know",
    },
  ],
  place: "the review",
  decisionOf: ({ decision }) => DECISIONS.find((each) => each === decision) ?? null,
  justificationOf: ({ justification }) => justification ?? "",
  recommendationOf: (item) => {
    const recommendation = recommendationOf(item);
    return recommendation === "none" ? null : recommendation;
  },
  nameOf: ({ principal }) => principal.displayName ?? principal.id,
  detailOf: ({ resource }) => resource?.displayName ?? null,
  guestIdOf: ({ principal }) => principal.id,
  groupOf: ({ instanceId }) => instanceId,
  plan: planAnswers,
  unsent: tabStorage("answers", unsentAnswersInTab(DECISIONS)),
};

/** One line of the list of items. */
export type ItemRow = InboxRow<ReviewItem, Decision>;

/** What selecting and counting items needs to know of their decisions, for the person of this id. */
export const factsOf = (
  decisions: Decisions<ReviewItem, Decision>,
  myId: string,
): ItemDecisions => ({
  decisionOf: (item) => decisions.of(item) ?? "NotReviewed",
  deciderOf: (item) => {
    if (decisions.isFromHere(item)) return "me";
    if (decisions.of(item) === null || item.reviewedBy === null) return null;
    return item.reviewedBy.id === myId ? "me" : "others";
  },
  isNotAccepted: decisions.isNotAccepted,
});

/** How far the signed-in reviewer is with these items, the answers given in this tab counted. */
export function myProgress(
  items: readonly ReviewItem[],
  answers: Answers<ReviewItem, Decision>,
  settings: Pick<ReviewSettings, "ifNobodyAnswers">,
): MyProgress {
  const decisions = decisionsWith(reviewInbox.decisionOf, answers);
  return progressOf(items, (item) => decisions.of(item) ?? "NotReviewed", settings);
}

/** The reviewer's answers on their way. */
export const useReviewAnswers = answerQueueHook(reviewInbox);
