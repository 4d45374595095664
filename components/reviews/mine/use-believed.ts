"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { useDoors } from "@/lib/queries/doors";
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

/** Looks at the instance again when an answer was not accepted: it may have ended meanwhile. */
export function useLookAgain({ answers }: QueueView): void {
  const client = useQueryClient();
  const { me } = useDoors();
  let refused = 0;
  for (const { state } of answers.values()) if (isNotAccepted(state)) refused += 1;
  useEffect(() => {
    // The items themselves need not be read again for that.
    if (refused > 0) void client.invalidateQueries({ queryKey: keys.myReviews(me), exact: true });
  }, [refused, client, me]);
}
