"use client";

import { Field, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { REASON_MAX } from "@/lib/domain/operation";

interface ReasonFieldProps {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  /** Somebody tried to go on without one. */
  readonly missed: boolean;
  /** The button that led here is gone, and the focus must not go with it. */
  readonly takesFocus?: boolean;
  /** Longest reason, in characters. */
  readonly max?: number;
}

/** Why it is done: what the history keeps of it for good. */
export function ReasonField(props: ReasonFieldProps) {
  const { reason, onChange, missed, takesFocus = false } = props;
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) text.current?.focus();
  }, [takesFocus]);
  return (
    <Field
      label="Reason"
      required
      hint="It stays in the history for good: please write no names into it."
      {...(missed && { validationMessage: "Say why: a reason is required." })}
    >
      <Textarea
        textarea={{ ref: text }}
        value={reason}
        maxLength={props.max ?? REASON_MAX}
        onChange={(_event, { value }) => {
          onChange(value);
        }}
      />
    </Field>
  );
}
