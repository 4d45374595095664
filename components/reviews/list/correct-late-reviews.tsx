"use client";

import { OPERATOR_ROLE_REQUIRED } from "@/components/directory/use-may-record";
import { counted, numberText } from "@/lib/domain/number-text";
import { CommandButton } from "@/components/ui/command-button";
import { TextLink } from "@/components/ui/text-link";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { PersonName } from "@/components/ui/person-name";
import { PlainList } from "@/components/ui/section";
import { sayToast } from "@/components/ui/toast";
import type { Resolved } from "@/lib/runner/resolve-unknown";
import { useResolve } from "@/lib/commands/use-resolve";
import { useServices } from "@/lib/services/services";
import type { OperationRow } from "@/lib/contract/history";
import type { LateReview } from "@/lib/domain/reviews/late-reviews";
import { mayResolve } from "@/components/entries/may-resolve";
import { outcomeWord } from "@/components/entries/outcome-word";
import { whatCame } from "@/components/entries/what-came";

type Late = readonly LateReview<OperationRow>[];

function sayWhatCame(resolved: readonly Resolved[]): void {
  const isDone = resolved.every(({ outcome }) => outcome?.result === "done");
  if (isDone) {
    sayToast({ intent: "success", title: "The history was corrected" });
    return;
  }
  const { length } = resolved.filter(
    ({ because, outcome }) => because === null && outcome?.result !== "done",
  );
  const gone = `The directory no longer shows a review of ${counted(length, "operation")}. `;
  sayToast({
    intent: "warning",
    title: "Not everything could be corrected",
    body: `${length === 0 ? "" : gone}${whatCame(resolved).body}`.trim(),
  });
}

function titleOf({ length }: Late): string {
  return length === 1
    ? "1 review exists, but the history does not say that it was created"
    : `${numberText(length)} reviews exist, but the history does not say that they were created`;
}

/** Reviews that the history calls failed or unknown, and a way to put that right: by reading, and a new entry. */
export function CorrectLateReviews({ late }: { readonly late: Late }) {
  const { me } = useServices();
  const resolve = useResolve();
  if (resolve.isError) {
    return (
      <ApiFailure
        error={resolve.error}
        notDone="Nothing was corrected, and nothing was sent to the directory."
        onRetry={() => {
          resolve.reset();
        }}
      />
    );
  }
  // An operation that made two has one entry in the history.
  const rows = [...new Set(late.map(({ row }) => row))];
  const whyNot = rows.every((row) => mayResolve(row, me))
    ? resolve.isPending
      ? "The directory is being read."
      : null
    : OPERATOR_ROLE_REQUIRED;
  return (
    <Notice
      intent="warning"
      title={titleOf(late)}
      actions={
        <CommandButton
          size="medium"
          whyNot={whyNot}
          onClick={() => {
            resolve.mutate(rows, { onSuccess: sayWhatCame });
          }}
        >
          {resolve.isPending ? "Reading the directory…" : "Correct the history"}
        </CommandButton>
      }
    >
      Microsoft’s answer was lost, and the review appeared only after Guestlist had stopped looking
      for it. If it was created again meanwhile, there are two: delete one of them.
      <PlainList>
        {late.map(({ row, review }) => (
          <li key={review.id}>
            <TextLink href={`/reviews/${review.id}`}>
              <PersonName name={review.name} fallback={review.id} />
            </TextLink>
            {`: “${outcomeWord(row)}” in the history`}
          </li>
        ))}
      </PlainList>
    </Notice>
  );
}
