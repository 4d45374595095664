"use client";

import type { Ended } from "@/components/plan/operation-outcomes";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { CommandButton } from "@/components/ui/command-button";
import { useOpenings } from "@/components/ui/use-openings";
import type { StablePlan } from "@/components/wizard/use-stable-plan";
import { numberText } from "@/lib/domain/number-text";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { type Exception, exceptionsOf, NO_EXCEPTION } from "@/lib/domain/reviews/exceptions";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import { labelsOf } from "@/lib/operations/registry";
import type { PreflightState } from "@/lib/queries/review-preflight";
import { ExceptionField, useException } from "@/components/plan/exception-field";
import { lossCount } from "@/lib/domain/reviews/check-labels";
import { CreatePreview } from "./create-preview";

interface CreateReviewProps {
  readonly draft: ReviewDraft;
  readonly checked: PreflightState;
  readonly creation: StablePlan;
  /** Each of several reviews is named after its group. */
  readonly namesRead: boolean;
  /** Of a person who comes back from the consent page; null otherwise. */
  readonly reason: string | null;
  readonly exception: Exception | null;
  /** False where it leads to an error in the steps instead. */
  readonly onAsk: () => boolean;
  readonly onLeave: (reason: string, exception: Exception) => void;
  /** The dialog is closed after a run was begun. */
  readonly onEnded: (ended: readonly Ended[]) => void;
}

/** Why the review cannot be created now; null when nothing prevents it. */
function whyNotNow(
  { found, error, nothingChosen }: PreflightState,
  unanswered: readonly PreflightProblem[],
): string | null {
  // What is not chosen is said at its field, to which the button leads.
  if (nothingChosen) return null;
  if (found === null && error === null) return "What it would do is still being checked.";
  const others = found?.blocking.filter(({ exception }) => exception !== true) ?? [];
  const [first] = [...others, ...unanswered];
  return first === undefined ? null : `Solve this first: ${first.says}`;
}

const NAMES_UNREAD = "The names of the groups and people are still being read.";

/** What follows, with the number of those who lose access where it is known. */
function consequenceOf({ found }: PreflightState, { consequence }: ReviewDraft): string {
  const { changes } = labelsOf("create-review");
  if (!found?.counts) return changes;
  const deletes =
    consequence.applyAction === "block-then-delete" && found.unanswered.losing.length > 0
      ? " Their sign-in is blocked, and 30 days later the accounts are deleted."
      : "";
  return `${lossCount(found.unanswered)}${deletes} ${changes}`;
}

/** From a draft without errors to its creation: what happens, the reason, the run, and the outcome. */
export function CreateReview(props: CreateReviewProps) {
  const { draft, checked, creation, reason } = props;
  const exception = useException(exceptionsOf(checked, draft), props.exception ?? NO_EXCEPTION);
  const notYet =
    whyNotNow(checked, exception.isGiven ? [] : exception.exceptions) ??
    (props.namesRead ? null : NAMES_UNREAD);
  const whyNot = useMayExecute()("create-review") ?? notYet;
  const { opening, begin, close } = useOpenings(() => (reason === null ? null : { reason }));
  const count = creation.preview.operations.length;
  const { autoApply, ifNobodyAnswers } = draft.consequence;
  const title = count > 1 ? `Create ${numberText(count)} reviews` : "Create review";
  return (
    <>
      <ExceptionField of={exception} onRetry={checked.retry} />
      <CommandButton
        size="medium"
        appearance="primary"
        belowForm
        whyNot={whyNot}
        onClick={() => {
          if (props.onAsk()) begin({ reason: reason ?? "" });
        }}
      >
        {title}
      </CommandButton>
      {opening !== null && (
        <PlanDialog
          key={opening.key}
          open={opening.open}
          title={title}
          plan={(written) => creation.plan(exception.addTo(written))}
          {...exception.limit}
          notYet={notYet}
          consequence={consequenceOf(checked, draft)}
          danger={autoApply && ifNobodyAnswers === "Deny"}
          reason={opening.about.reason}
          onLeave={(written) => {
            props.onLeave(written, exception.exception);
          }}
          onClose={(ran, _result, ended) => {
            close();
            if (ran) props.onEnded(ended);
          }}
        >
          <CreatePreview
            checked={checked}
            plan={creation.preview}
            exceptions={exception.isGiven ? exception.exceptions : []}
          />
        </PlanDialog>
      )}
    </>
  );
}
