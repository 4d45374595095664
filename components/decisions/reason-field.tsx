"use client";

import { Field, Textarea } from "@fluentui/react-components";

const REASON_MAX = 1_000;

interface ReasonFieldProps {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  /** Somebody tried to go on without one. */
  readonly missed: boolean;
}

/** Why it is done: what the history keeps of it for good. */
export function ReasonField({ reason, onChange, missed }: ReasonFieldProps) {
  return (
    <Field
      label="Reason"
      required
      hint="It stays in the history for good: please write no names into it."
      {...(missed && { validationMessage: "Say why: a reason is required." })}
    >
      <Textarea
        value={reason}
        maxLength={REASON_MAX}
        onChange={(_event, { value }) => {
          onChange(value);
        }}
      />
    </Field>
  );
}
