"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { isNotAccepted, isOutdated } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";

/** Lets go of answers that the review itself shows by now, or says something newer about. */
export function useBelieved(
  items: readonly ReviewItem[],
  readAt: number,
  queue: AnswerQueue,
): void {
  useEffect(() => {
    const { answers } = queue.view();
    if (answers.size === 0) return;
    const outdated = items.filter((item) => {
      const answer = answers.get(item.id);
      return answer !== undefined && isOutdated(answer, item, readAt);
    });
    if (outdated.length > 0) queue.forget(outdated.map(({ id }) => id));
  }, [items, readAt, queue]);
}

/**
 * Looks again when an answer was not accepted: at the instance at once, since it may have ended, and when nothing is
 * under way any more at the items, since another reviewer may have decided.
 */
export function useLookAgain({ answers, busy }: QueueView): void {
  const client = useQueryClient();
  const { me } = useServices();
  let notAccepted = 0;
  let refused = 0;
  for (const { state } of answers.values()) {
    if (!isNotAccepted(state)) continue;
    notAccepted += 1;
    if (typeof state === "object" && "result" in state && state.result === "refused") refused += 1;
  }
  useEffect(() => {
    if (notAccepted === 0) return;
    void client.invalidateQueries({ queryKey: keys.myReviews(me), exact: true });
  }, [notAccepted, client, me]);
  useEffect(() => {
    if (refused > 0 && !busy) void client.invalidateQueries({ queryKey: keys.myReviews(me) });
  }, [refused, busy, client, me]);
}
