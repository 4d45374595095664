"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type RefObject, type SyntheticEvent, useMemo, useRef, useState } from "react";
import { focusField } from "@/components/form/focus-field";
import { focusFirstError } from "@/components/form/focus-first-error";
import { useAfterPress } from "./use-after-press";

/** A rule that a field breaks. */
export interface FieldProblem<Step extends string> {
  readonly step: Step;
  readonly field: string;
  readonly rule: string;
}

/** Open until somebody has left it; then whether a field of it has an error. */
export type StepState = "open" | "valid" | "invalid";

/** What a field of a step needs: its error, once it is to be shown, and to hear when it was left. */
export type FieldState = (name: string) => {
  readonly error: string | undefined;
  readonly onLeave: () => void;
};

export interface Wizard<Step extends string> {
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly field: FieldState;
  readonly stateOf: (step: Step) => StepState;
  readonly goTo: (step: Step) => void;
  /** To the step of this name, where there is one, and to the field under this label in it. */
  readonly goToNamed: (name: string, label?: string) => void;
  /** Null at the first step. */
  readonly back: (() => void) | null;
  readonly isLast: boolean;
  /** To the next step, if there is one, or to the first error of this one. */
  readonly next: (event: SyntheticEvent) => void;
  /** Whether all steps are right; where not, it leads to the first error. */
  readonly check: () => boolean;
  /** Shows no error before the fields are used again, as for another draft. */
  readonly reset: () => void;
}

/** Fields that were left, and steps that somebody wanted to leave: only there errors are shown. */
interface Visited<Step> {
  readonly fields: ReadonlySet<string>;
  readonly steps: ReadonlySet<Step>;
}

const NOTHING_VISITED = { fields: new Set<never>(), steps: new Set<never>() };

/** Steps before the one that the address names at first count as visited: a person came from there, or from consent. */
function useVisited<Step extends string>(before: readonly Step[]) {
  const [visited, setVisited] = useState<Visited<Step>>(() => ({
    fields: new Set(),
    steps: new Set(before),
  }));
  const afterPress = useAfterPress();
  return {
    visited,
    visit: (left: readonly Step[]) => {
      setVisited(({ fields, steps }) => ({ fields, steps: new Set([...steps, ...left]) }));
    },
    leave: (name: string) => {
      afterPress(() => {
        setVisited(({ fields, steps }) => ({ fields: new Set([...fields, name]), steps }));
      });
    },
    reset: () => {
      setVisited(NOTHING_VISITED);
    },
  };
}

/** What a field shows: the error of a rule once the field or its step was left. */
function fieldState<Step extends string>(
  problems: readonly FieldProblem<Step>[],
  visited: ReturnType<typeof useVisited<Step>>["visited"],
  leave: (name: string) => void,
): FieldState {
  return (name) => ({
    error: problems.find(
      ({ field, step }) => field === name && (visited.fields.has(name) || visited.steps.has(step)),
    )?.rule,
    onLeave: () => {
      leave(name);
    },
  });
}

/** The steps of a form: which one the address names, which errors are shown, and the ways between them. */
export function useWizard<Step extends string>(
  steps: readonly [Step, ...(readonly Step[])],
  problems: readonly FieldProblem<Step>[],
): Wizard<Step> {
  const parser = useMemo(
    () => parseAsStringLiteral(steps).withOptions({ history: "push" }),
    [steps],
  );
  const [inAddress, setStep] = useQueryState("step", parser);
  const step = inAddress ?? steps[0];
  const at = steps.indexOf(step);
  const form = useRef<HTMLFormElement>(null);
  const { visited, visit, leave, reset } = useVisited<Step>(steps.slice(0, at));
  const field = fieldState(problems, visited, leave);
  const isInvalid = (each: Step) => problems.some((problem) => problem.step === each);
  const goTo = (next: Step) => {
    // Going on counts every earlier step as visited.
    visit(steps.slice(0, Math.max(at + 1, steps.indexOf(next))));
    void setStep(next);
  };
  const before = steps[at - 1];
  const following = steps[at + 1];
  return {
    steps,
    step,
    form,
    field,
    stateOf: (each) => (!visited.steps.has(each) ? "open" : isInvalid(each) ? "invalid" : "valid"),
    goTo,
    goToNamed: (name, label) => {
      const named = steps.find((each) => each === name);
      if (named === undefined) return;
      goTo(named);
      if (label !== undefined) focusField(form.current, label);
    },
    back:
      before === undefined
        ? null
        : () => {
            goTo(before);
          },
    isLast: following === undefined,
    next: (event) => {
      event.preventDefault();
      visit([step]);
      if (isInvalid(step)) focusFirstError(form.current);
      else if (following !== undefined) goTo(following);
    },
    check: () => {
      const first = steps.find(isInvalid);
      if (first === undefined) return true;
      visit(steps);
      if (first !== step) void setStep(first);
      focusFirstError(form.current);
      return false;
    },
    reset,
  };
}
