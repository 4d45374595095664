"use client";

import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { numberText } from "@/lib/domain/number-text";
import type { Instant } from "@/lib/domain/time";
import { isNotAccepted, type Item } from "./answer";
import type { AnswerQueue, QueueView } from "./answer-queue";
import { actionOf, type KeyAction, keysOf } from "./decision-keys";
import { type Inbox, optionOf } from "./inbox";
import { type ItemListInput, useItemList } from "./use-item-list";
import { useJustification } from "./use-justification";

export interface DecisionSessionInput<I extends Item, Decision extends string> extends Omit<
  ItemListInput<I, Decision>,
  "answers"
> {
  readonly inbox: Inbox<I, Decision>;
  /** When the items were read. */
  readonly readAt: Instant;
  readonly queue: AnswerQueue<I, Decision>;
  readonly view: QueueView<I, Decision>;
  /** Why nothing can be decided; null when it can. */
  readonly whyNot: string | null;
  /** Why a decision needs a justification, in a sentence; null where it needs none. */
  readonly requirementOf: (decision: Decision) => string | null;
  readonly onHelp: () => void;
  /** An answer was not accepted: what the items belong to may have ended. */
  readonly onNotAccepted: () => void;
  /** Answers were refused and nothing is under way any more: somebody else may have decided. */
  readonly onRefused: () => void;
}

/** Walks a person through the items: which one is active, what is decided about it, and which comes next. */
export function useDecisionSession<I extends Item, Decision extends string>(
  input: DecisionSessionInput<I, Decision>,
) {
  const { inbox, items, readAt, queue, view, requirementOf, onHelp } = input;
  const list = useItemList({ ...input, answers: view.answers });
  const { item } = list;
  const field = useRef<HTMLTextAreaElement>(null);
  const [announcement, announce] = useState("");
  const justification = useJustification({ inbox, item, answers: view.answers, requirementOf });
  const deciding = useDeciding(input, list, { field, justification, announce });
  const keys = useMemo(() => keysOf(inbox.options), [inbox]);
  useEffect(() => {
    queue.reconcile(items, readAt);
  }, [queue, items, readAt]);
  useReadAgain(input);

  const carryOut = (action: KeyAction<Decision>, focus: boolean) => {
    switch (action.kind) {
      case "decide":
        deciding.decide(action.decision, focus);
        return;
      case "go":
        if (action.to === "next-undecided") deciding.goToNextUndecided(focus);
        else list.step(action.to === "next" ? 1 : -1, focus);
        return;
      case "write":
        field.current?.focus();
        return;
      case "back":
        deciding.back(focus);
        return;
      case "help":
        onHelp();
    }
  };
  /** Does what a key of the list stands for, and `focus` says whether in the list; false where it means nothing. */
  const press = (event: Parameters<typeof actionOf>[1], focus: boolean): boolean => {
    const action = actionOf(keys, event);
    if (action !== null) carryOut(action, focus);
    return action !== null;
  };
  /** For where the list is out of sight: on without an answer, and back to the last one. */
  const steps = {
    back: () => {
      deciding.back(false);
    },
    skip: () => {
      deciding.goToNextUndecided(false);
    },
  };
  return { ...list, decide: deciding.decide, steps, field, announcement, justification, press };
}

/** What a person does with the active item: decides about it, skips it, or goes back to the last one. */
function useDeciding<I extends Item, Decision extends string>(
  { inbox, items, queue, whyNot }: DecisionSessionInput<I, Decision>,
  { item, byId, decisions, next, goTo }: ReturnType<typeof useItemList<I, Decision>>,
  form: {
    readonly field: RefObject<HTMLTextAreaElement | null>;
    readonly justification: ReturnType<typeof useJustification<I, Decision>>;
    readonly announce: (sentence: string) => void;
  },
) {
  const { field, justification, announce } = form;
  const decidedIds = useRef<string[]>([]);
  const undecided = useMemo(
    () => items.filter((each) => decisions.of(each) === null).length,
    [items, decisions],
  );
  return {
    /** `focus` brings the person to the next item in the list too. */
    decide: (decision: Decision, focus: boolean) => {
      if (item === null) return;
      const text = whyNot === null ? justification.justify(decision) : null;
      if (text === null) {
        if (whyNot !== null) announce(whyNot);
        else field.current?.focus();
        return;
      }
      queue.give({ item, decision, justification: text });
      justification.forget(item.id);
      decidedIds.current.push(item.id);
      const left = undecided - (decisions.of(item) === null ? 1 : 0);
      const { word } = optionOf(inbox, decision);
      announce(`${word}: ${inbox.nameOf(item)}. ${numberText(left)} undecided.`);
      goTo(next(item) ?? item, focus);
    },
    goToNextUndecided: (focus: boolean) => {
      const to = next(item);
      if (to === null) announce("Nothing else is undecided.");
      else goTo(to, focus);
    },
    /** Back to the item decided last; its answer is taken back where it is not recorded yet. */
    back: (focus: boolean) => {
      const last = byId.get(decidedIds.current.pop() ?? "");
      if (last === undefined) {
        announce("There is no earlier decision to go back to.");
        return;
      }
      const isBack = queue.takeBack(last.id);
      announce(
        isBack
          ? `Taken back: ${inbox.nameOf(last)}.`
          : `Back at ${inbox.nameOf(last)}. The answer is recorded: decide again to change it.`,
      );
      goTo(last, focus);
    },
  };
}

/** Has the items read again when answers to them were not accepted. */
function useReadAgain<I extends Item, Decision extends string>({
  view,
  onNotAccepted,
  onRefused,
}: Pick<DecisionSessionInput<I, Decision>, "view" | "onNotAccepted" | "onRefused">): void {
  const states = [...view.answers.values()].map(({ state }) => state).filter(isNotAccepted);
  const notAccepted = states.length;
  const refused = states.filter(
    (state) => typeof state === "object" && "result" in state && state.result === "refused",
  ).length;
  const { busy } = view;
  useEffect(() => {
    if (notAccepted > 0) onNotAccepted();
  }, [notAccepted, onNotAccepted]);
  useEffect(() => {
    if (refused > 0 && !busy) onRefused();
  }, [refused, busy, onRefused]);
}
