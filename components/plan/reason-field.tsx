"use client";

import { numberText } from "@/lib/domain/number-text";
import { Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { REASON_MAX } from "@/lib/domain/operation";

interface ReasonFieldProps {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  /** Somebody tried to go on: a missing reason is said then, and the field takes the focus. */
  readonly tried: boolean;
  /** The button that led here is gone, and the focus must not go with it. */
  readonly takesFocus?: boolean;
  /** Longest reason, in characters. */
  readonly max?: number;
}

/** What is wrong with a reason; null when the history takes it. */
export function reasonProblem(reason: string, max = REASON_MAX): string | null {
  if (reason.trim() === "") return "Say why: a reason is required.";
  if (reason.trim().length <= max) return null;
  return `Use at most ${numberText(max)} characters: it has ${numberText(reason.trim().length)}.`;
}

/** Why it is done: what the history keeps of it for good. */
export function ReasonField(props: ReasonFieldProps) {
  const { reason, onChange, tried, takesFocus = false } = props;
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) text.current?.focus();
  }, [takesFocus]);
  const problem = reasonProblem(reason, props.max);
  const isWrong = problem !== null && (tried || reason.trim() !== "");
  useEffect(() => {
    if (tried) text.current?.focus();
  }, [tried]);
  return (
    <Field
      label="Reason"
      required
      hint="Stored permanently in the history. Don't enter names."
      {...(isWrong && { validationMessage: problem })}
    >
      <Textarea
        textarea={{ ref: text }}
        value={reason}
        onChange={(_event, { value }) => {
          onChange(value);
        }}
      />
    </Field>
  );
}
