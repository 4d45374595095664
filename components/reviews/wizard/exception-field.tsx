"use client";

import { Field, Textarea, tokens } from "@fluentui/react-components";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";

/** Asks why it is right that protected accounts lose access; without an answer the review is not created. */
export function ExceptionField(props: {
  readonly exceptions: readonly PreflightProblem[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { exceptions, value, onChange } = props;
  return (
    <Field
      style={{ flexBasis: "100%", marginBottom: tokens.spacingVerticalS }}
      label="Why may protected accounts lose access?"
      hint="It is kept in the history with the reason."
      validationMessage={value.trim() === "" ? exceptions.map(({ says }) => says).join(" ") : null}
      validationState={value.trim() === "" ? "warning" : "none"}
    >
      <Textarea
        value={value}
        onChange={(_event, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );
}

/** The reason as the history keeps it, with why the exception was made. */
export function withException(reason: string, exception: string): string {
  return `${reason} (exception for protected accounts: ${exception.trim()})`;
}
