"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { TextField } from "@/components/form/text-field";
import { REASON_MAX } from "@/lib/domain/operation";
import {
  type Exception,
  NO_EXCEPTION,
  questionOf,
  withException,
} from "@/lib/domain/reviews/exceptions";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";

/** So that a reason has room beside it. */
const EXCEPTION_MAX = 300;

/** Why protected accounts may lose access, as a person types it. */
export function useException(
  exceptions: readonly PreflightProblem[],
  first: Exception = NO_EXCEPTION,
) {
  const [exception, setException] = useState(first);
  // An answer counts for what it was given to: other accounts are asked about anew.
  const text = exception.to === questionOf(exceptions) ? exception.text : "";
  const isGiven =
    exceptions.length > 0 && text.trim() !== "" && text.trim().length <= EXCEPTION_MAX;
  return {
    exceptions,
    exception,
    text,
    isGiven,
    set: (next: string) => {
      setException({ to: questionOf(exceptions), text: next });
    },
    /** The reason as the history keeps it. */
    addTo: (reason: string) => (isGiven ? withException(reason, text, exceptions) : reason),
    /** For the dialog: how long a reason may be beside the exception. */
    limit: isGiven ? { reasonMax: REASON_MAX - withException("", text, exceptions).length } : {},
  };
}

/** Asks why protected accounts may lose access; without an answer nothing is sent. Nothing where there are none. */
export function ExceptionField(props: {
  readonly of: ReturnType<typeof useException>;
  readonly onRetry: () => void;
}) {
  const { exceptions, text, set } = props.of;
  if (exceptions.length === 0) return null;
  const { length } = text.trim();
  const isUnread = exceptions.some(({ id }) => id === "protection-unread" || id === "not-checked");
  return (
    <div style={{ flexBasis: "100%", marginBottom: tokens.spacingVerticalS }}>
      <TextField
        label="Why may protected accounts lose access?"
        hint={`Stored permanently in the history with the reason: don't enter names. At most ${EXCEPTION_MAX} characters.`}
        warning={exceptions.map(({ says }) => says).join(" ")}
        multiline
        error={
          length > EXCEPTION_MAX
            ? `Use at most ${EXCEPTION_MAX} characters: it has ${numberText(length)}.`
            : undefined
        }
        value={text}
        onChange={set}
      />
      {isUnread && (
        <Button size="small" onClick={props.onRetry}>
          Read again
        </Button>
      )}
    </div>
  );
}
