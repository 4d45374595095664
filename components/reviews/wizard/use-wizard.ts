"use client";

import { useCallback, useEffect, useMemo, useReducer } from "react";
import { checkDraft } from "@/lib/domain/reviews/check-draft";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { IsoDate } from "@/lib/domain/time";
import { forgetDraft, keepDraft, type KeptDraft } from "./kept-draft";
import type { StepState } from "./step-list";
import { useAfterPress } from "./use-after-press";
import { useDraftNames } from "./use-draft-names";
import { beginWith, type Change, changed, type Step, STEPS } from "./wizard-state";

export interface WizardStart extends KeptDraft {
  /** Whose draft it is. */
  readonly account: string;
  readonly today: IsoDate;
}

/** The forms of the wizard, kept for a reload, with what is wrong in them. */
export function useWizard({ account, begunFrom, draft: first, today }: WizardStart) {
  const [state, dispatch] = useReducer(changed, first, beginWith);
  const afterPress = useAfterPress();
  const change = useCallback(
    (wanted: Change) => {
      const action = () => {
        dispatch(wanted);
      };
      if (wanted.kind === "left") afterPress(action);
      else action();
    },
    [afterPress],
  );
  const { draft, touched, tried } = state;
  const { nameOf, knownUserIds, namesRead } = useDraftNames(draft);
  const problems = useMemo(
    () => checkDraft(draft, today, knownUserIds),
    [draft, today, knownUserIds],
  );
  useEffect(() => {
    keepDraft(account, { begunFrom, draft, reason: null, exception: null });
  }, [account, begunFrom, draft]);
  const keepWith = (reason: string, exception: KeptDraft["exception"]) => {
    keepDraft(account, { begunFrom, draft, reason, exception });
  };
  const forget = () => {
    forgetDraft(account);
  };
  const errorAt = useCallback(
    (field: string) =>
      problems.find(
        (problem) =>
          problem.field === field && (touched.includes(field) || tried.includes(problem.step)),
      )?.rule,
    [problems, touched, tried],
  );
  const wrongIn = (step: Step) => problems.some((problem) => problem.step === step);
  const firstWrong = STEPS.find(wrongIn) ?? null;
  const stateOf = (step: Step): StepState => {
    if (!tried.includes(step)) return "open";
    return wrongIn(step) ? "wrong" : "right";
  };
  return {
    draft,
    change,
    nameOf,
    namesRead,
    errorAt,
    wrongIn,
    firstWrong,
    stateOf,
    keepWith,
    forget,
  };
}

/** A draft as it is begun: from a template, for a group where the address names one. */
export function draftFor(draft: ReviewDraft, groupId: string | null, today: IsoDate): ReviewDraft {
  const { schedule } = draft;
  return {
    ...draft,
    ...(groupId !== null && {
      // What a template says of all groups is not true of one.
      ...(draft.scope.kind !== "groups" && { descriptionForAdmins: "The guests of one group." }),
      scope: { kind: "groups", groupIds: [groupId], inactiveDays: null } as const,
    }),
    // A template that was saved long ago must not begin in the past.
    schedule: schedule.startDate < today ? { ...schedule, startDate: today } : schedule,
  };
}
