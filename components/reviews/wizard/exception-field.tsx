"use client";

import { Button, Field, Textarea, tokens } from "@fluentui/react-components";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";

/** So that a reason has room beside it. */
const EXCEPTION_MAX = 300;
/** Object ids that stand in the reason; the exact request says whom the review is about. */
const MOST_IDS = 5;

/** An answer, and the question that it was given to. */
export interface Exception {
  readonly to: string;
  readonly text: string;
}

export const NO_EXCEPTION: Exception = { to: "", text: "" };

/** What an exception is asked for: another question wants another answer. */
export function questionOf(exceptions: readonly PreflightProblem[]): string {
  return exceptions.map(({ id, accountIds = [] }) => `${id} ${accountIds.join()}`).join("|");
}

/** Asks why it is right that protected accounts may lose access; without an answer the review is not created. */
export function ExceptionField(props: {
  readonly exceptions: readonly PreflightProblem[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onRetry: () => void;
}) {
  const { exceptions, value, onChange, onRetry } = props;
  const isUnread = exceptions.some(({ id }) => id === "protection-unread" || id === "not-checked");
  return (
    <div style={{ flexBasis: "100%", marginBottom: tokens.spacingVerticalS }}>
      <Field
        label="Why may protected accounts lose access?"
        hint={`It stays in the history for good with the reason: please write no names into it. At most ${EXCEPTION_MAX} characters.`}
        validationMessage={exceptions.map(({ says }) => says).join(" ")}
        validationState="warning"
      >
        <Textarea
          value={value}
          maxLength={EXCEPTION_MAX}
          onChange={(_event, data) => {
            onChange(data.value);
          }}
        />
      </Field>
      {isUnread && (
        <Button size="small" onClick={onRetry}>
          Read again
        </Button>
      )}
    </div>
  );
}

/** The reason as the history keeps it, with why the exception was made and for which accounts. */
export function withException(
  reason: string,
  exception: string,
  exceptions: readonly PreflightProblem[],
): string {
  const ids = exceptions.flatMap(({ accountIds = [] }) => accountIds);
  const more = ids.length > MOST_IDS ? ` and ${ids.length - MOST_IDS} more` : "";
  const who = ids.length === 0 ? "" : ` ${ids.slice(0, MOST_IDS).join(", ")}${more}`;
  return `${reason} (exception for protected accounts${who}: ${exception.trim()})`;
}
