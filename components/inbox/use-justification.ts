"use client";

import { useCallback, useState } from "react";
import type { Answers, Item } from "./answer";
import type { JustificationText } from "./decision-form";
import type { Inbox } from "./inbox";

interface JustificationInput<I extends Item, Decision extends string> {
  readonly inbox: Pick<Inbox<I, Decision>, "decisionOf" | "justificationOf">;
  readonly item: I | null;
  readonly answers: Answers<I, Decision>;
  /** Why a decision needs a justification, in a sentence; null where it needs none. */
  readonly requirementOf: (decision: Decision) => string | null;
}

/** The justification while it is written: for one item, or for those that follow too. */
export function useJustification<I extends Item, Decision extends string>(
  input: JustificationInput<I, Decision>,
) {
  const { inbox, item, answers, requirementOf } = input;
  const [reused, setReused] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<{
    readonly id: string;
    readonly decision: Decision;
  } | null>(null);
  const id = item?.id ?? "";
  const text =
    reused ?? drafts.get(id) ?? (item === null ? "" : writtenBefore(inbox, item, answers));
  const awaiting = refused?.id === id ? refused.decision : null;
  const form: JustificationText = {
    text,
    isReused: reused !== null,
    problem: awaiting !== null && text.trim() === "" ? requirementOf(awaiting) : null,
  };

  const write = (next: string) => {
    if (reused !== null) setReused(next);
    else setDrafts((drafted) => new Map(drafted).set(id, next));
  };
  const reuse = (isReused: boolean) => {
    setReused(isReused ? text : null);
    if (!isReused) setDrafts((drafted) => new Map(drafted).set(id, text));
  };
  /** The justification to send with a decision; null where one is required and missing. */
  const justify = (decision: Decision): string | null => {
    const justification = text.trim();
    if (justification === "" && requirementOf(decision) !== null) {
      setRefused({ id, decision });
      return null;
    }
    setRefused(null);
    return justification;
  };
  const forget = useCallback((itemId: string) => {
    setDrafts((drafted) => {
      if (!drafted.has(itemId)) return drafted;
      const after = new Map(drafted);
      after.delete(itemId);
      return after;
    });
  }, []);
  /** `awaiting`: the decision that waits for its justification. */
  return { form, awaiting, write, reuse, justify, forget };
}

/** What was written about an item so far: with the last answer here, or with the decision that was read. */
function writtenBefore<I extends Item, Decision extends string>(
  { decisionOf, justificationOf }: JustificationInput<I, Decision>["inbox"],
  item: I,
  answers: Answers<I, Decision>,
): string {
  const answer = answers.get(item.id);
  if (answer !== undefined) return answer.justification;
  return decisionOf(item) === null ? "" : justificationOf(item);
}
