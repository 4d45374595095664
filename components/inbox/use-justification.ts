"use client";

import { useCallback, useState } from "react";
import { numberText } from "@/lib/domain/number-text";
import type { Answers, Item } from "./answer";
import type { JustificationText } from "./decision-form";
import type { Inbox } from "./inbox";

/** Longest justification: the reason of an operation in the history is no longer either. */
const JUSTIFICATION_MAX = 1_000;

/** Why this text cannot be sent; null where it can. Nothing is ever cut off. */
function lengthProblem(text: string): string | null {
  const { length } = text.trim();
  return length <= JUSTIFICATION_MAX
    ? null
    : `Use at most ${numberText(JUSTIFICATION_MAX)} characters: it has ${numberText(length)}.`;
}

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
    problem:
      lengthProblem(text) ??
      (awaiting !== null && text.trim() === "" ? requirementOf(awaiting) : null),
  };

  const write = (next: string) => {
    if (reused !== null) setReused(next);
    else setDrafts((drafted) => new Map(drafted).set(id, next));
  };
  const reuse = (isReused: boolean) => {
    setReused(isReused ? text : null);
    if (!isReused) setDrafts((drafted) => new Map(drafted).set(id, text));
  };
  /** The justification to send with a decision; null where one is required and missing, or is too long. */
  const justify = (decision: Decision): string | null => {
    const justification = text.trim();
    const isMissing = justification === "" && requirementOf(decision) !== null;
    if (isMissing || lengthProblem(text) !== null) {
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
