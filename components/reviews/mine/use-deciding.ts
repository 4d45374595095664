"use client";

import { numberText } from "@/lib/domain/number-text";
import { useCallback, useRef, useState } from "react";
import type { GridHandle } from "@/components/grid/virtual-grid";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import { decisionWord } from "@/components/entries/review-item-labels";
import { decidedAs, type Verdict } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";
import type { KeyAction } from "./keys";
import { useActiveItem } from "./use-active-item";
import { useListed } from "./use-listed";
import type { useMineAddress } from "./use-mine-address";
import { useWriting } from "./use-writing";

export interface DecidingInput {
  readonly items: readonly ReviewItem[];
  readonly settings: ReviewSettings;
  readonly queue: AnswerQueue;
  readonly view: QueueView;
  readonly address: ReturnType<typeof useMineAddress>;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
}

const nameOf = ({ principal }: ReviewItem) => principal.displayName ?? principal.id;

/** Walks a reviewer through the items: which one is looked at, what is decided about it, and which comes next. */
export function useDeciding({ items, settings, queue, view, address, whyNot }: DecidingInput) {
  const { answers } = view;
  const grid = useRef<GridHandle>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef<string[]>([]);
  const [said, say] = useState("");
  const listed = useListed(items, address.query, answers);
  const decided = useCallback(
    (item: ReviewItem) => decidedAs(item, answers.get(item.id)),
    [answers],
  );
  const shown = listed.items;
  const active = useActiveItem({ items, shown, decidedAs: decided, address, grid });
  const { item } = active;
  const writing = useWriting(item, answers, settings.justificationOnApproval);

  /** `focus` brings the person to the next item in the list, too. */
  const decide = (verdict: Verdict, focus: boolean) => {
    if (item === null) return;
    const justification = whyNot === null ? writing.justify(verdict) : null;
    if (justification === null) {
      if (whyNot !== null) say(whyNot);
      else field.current?.focus();
      return;
    }
    queue.give({ item, verdict, justification });
    writing.forget(item.id);
    done.current.push(item.id);
    const left = listed.counts.decided.NotReviewed - (decided(item) === "NotReviewed" ? 1 : 0);
    say(`${decisionWord(verdict)}: ${nameOf(item)}. ${numberText(left)} undecided.`);
    active.reach(active.next(item) ?? item, focus);
  };

  /** Back to the item decided last; its answer is taken back where it is not recorded yet. */
  const back = () => {
    const last = active.byId.get(done.current.pop() ?? "");
    if (last === undefined) {
      say("Nothing was decided before this.");
      return;
    }
    const isBack = queue.takeBack(last.id);
    say(
      isBack
        ? `Taken back: ${nameOf(last)}.`
        : `Back at ${nameOf(last)}. The answer is recorded: decide again to change it.`,
    );
    active.reach(last, true);
  };

  return { ...active, grid, field, said, say, listed, decided, writing, decide, back };
}

type Deciding = ReturnType<typeof useDeciding>;

/** Does what a key of the list stands for. */
export function carryOutKey(action: KeyAction, deciding: Deciding, onHelp: () => void): void {
  switch (action.kind) {
    case "decide":
      deciding.decide(action.verdict, true);
      return;
    case "go": {
      if (action.to !== "next-undecided") {
        deciding.step(action.to === "next" ? 1 : -1);
        return;
      }
      const next = deciding.next(deciding.item);
      if (next === null) deciding.say("Nothing else is undecided.");
      else deciding.reach(next, true);
      return;
    }
    case "write":
      deciding.field.current?.focus();
      return;
    case "back":
      deciding.back();
      return;
    case "help":
      onHelp();
  }
}
