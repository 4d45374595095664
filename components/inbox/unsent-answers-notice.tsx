"use client";

import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/domain/number-text";
import type { Item } from "./answer";
import type { AnswerQueue } from "./answer-queue";
import type { UnsentAnswers } from "./use-answer-queue";

interface UnsentAnswersNoticeProps<I extends Item, Decision extends string> {
  readonly items: readonly I[];
  readonly group: string;
  readonly unsent: UnsentAnswers<I, Decision>;
  readonly queue: AnswerQueue<I, Decision>;
  readonly place: string;
}

/** Offers what an earlier page could not send any more; nothing is sent by itself. */
export function UnsentAnswersNotice<I extends Item, Decision extends string>(
  props: UnsentAnswersNoticeProps<I, Decision>,
) {
  const { items, group, unsent, queue, place } = props;
  const [isClosed, setClosed] = useState(false);
  const answers = isClosed ? [] : unsent.earlier(items);
  if (answers.length === 0) return null;
  const close = () => {
    unsent.discard(group);
    setClosed(true);
  };
  return (
    <Notice
      intent="info"
      title={`${counted(answers.length, "answer")} ${answers.length === 1 ? "was" : "were"} not sent before you left`}
      actions={
        <>
          <Button
            size="small"
            onClick={() => {
              queue.give(...answers);
              close();
            }}
          >
            Send now
          </Button>
          <Button size="small" appearance="subtle" onClick={close}>
            Discard
          </Button>
        </>
      }
    >
      {answers.length === 1
        ? `It is saved in this tab and is not in ${place} yet.`
        : `They are saved in this tab and are not in ${place} yet.`}
    </Notice>
  );
}
