"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { AnswerQueue } from "./answer-queue";
import { answersFor, type KeptAnswers } from "./kept-answers";

interface LeftAnswersProps {
  readonly items: readonly ReviewItem[];
  readonly instanceId: string;
  readonly kept: KeptAnswers;
  readonly queue: AnswerQueue;
}

/** Offers what an earlier page could not send any more; nothing is sent by itself. */
export function LeftAnswers({ items, instanceId, kept, queue }: LeftAnswersProps) {
  const [isOver, setOver] = useState(false);
  const left = isOver ? [] : answersFor(kept.left(), items);
  if (left.length === 0) return null;
  const close = () => {
    kept.forget(instanceId);
    setOver(true);
  };
  return (
    <Notice
      intent="info"
      title={
        left.length === 1
          ? "1 answer was not sent before you left"
          : `${numberText(left.length)} answers were not sent before you left`
      }
      actions={
        <>
          <Button
            size="small"
            onClick={() => {
              queue.give(...left);
              close();
            }}
          >
            Send now
          </Button>
          <Button size="small" appearance="subtle" onClick={close}>
            Forget
          </Button>
        </>
      }
    >
      This tab kept them. Nothing of them is in the review yet.
    </Notice>
  );
}
