"use client";

import { numberText } from "@/lib/domain/number-text";
import { labelsOf } from "@/lib/operations/registry";
import { useState } from "react";
import { REASON_MAX } from "@/lib/domain/operation";
import type { Ended } from "@/components/plan/ended";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { useMayExecute } from "@/components/plan/use-may-execute";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { CommandButton } from "@/components/ui/command-button";
import { lossCount } from "./checks-in-words";
import {
  type Exception,
  ExceptionField,
  NO_EXCEPTION,
  questionOf,
  withException,
} from "./exception-field";
import { CreatePreview } from "./create-preview";
import type { Creation } from "./use-creation";
import { exceptionsOf } from "./exceptions";
import type { Checked } from "./use-preflight";

interface CreateReviewProps {
  readonly draft: ReviewDraft;
  readonly creation: Creation;
  /** Each of several reviews is named after its group. */
  readonly namesRead: boolean;
  /** The reason with which somebody comes back from the consent page; null when nobody does. */
  readonly reason: string | null;
  /** Why protected accounts may lose access, as it was written then. */
  readonly exception: Exception | null;
  /** False leads to what is wrong in the forms instead. */
  readonly onAsk: () => boolean;
  readonly onLeave: (reason: string, exception: Exception) => void;
  /** The dialog is closed after something was begun. */
  readonly onEnded: (ended: readonly Ended[]) => void;
}

/** Why nobody can create anything now; null when nothing prevents it. */
function whyNotNow(
  { found, error, nothingChosen }: Checked,
  unanswered: readonly PreflightProblem[],
): string | null {
  // What is not chosen is said at its field, to which the button leads.
  if (nothingChosen) return null;
  if (found === null && error === null) return "What it would do is still being checked.";
  const others = found?.blocking.filter(({ exception }) => exception !== true) ?? [];
  const [first] = [...others, ...unanswered];
  return first === undefined ? null : `First solve this: ${first.says}`;
}

const NAMES_UNREAD = "The names of the groups and people are still being read.";

/** What follows, with the number of those who lose access where it is known. */
function consequenceOf({ found }: Checked, { consequence }: ReviewDraft): string {
  const { changes } = labelsOf("create-review");
  if (!found?.counts) return changes;
  const deletes =
    consequence.applyAction === "block-then-delete" && found.unanswered.losing.length > 0
      ? " Their sign-in is blocked, and 30 days later the accounts are deleted."
      : "";
  return `${lossCount(found.unanswered)}${deletes} ${changes}`;
}

/** Leads from a draft without mistakes to its creation: what happens, why, the run, and what became of it. */
export function CreateReview(props: CreateReviewProps) {
  const { draft, creation, reason } = props;
  const { checked, shown, plan } = creation;
  const [exception, setException] = useState(props.exception ?? NO_EXCEPTION);
  const exceptions = exceptionsOf(checked, draft);
  // An answer counts for what it was given to: other accounts are asked about anew.
  const given = exception.to === questionOf(exceptions) ? exception.text : "";
  const isExcepted = exceptions.length > 0 && given.trim() !== "";
  const notYet =
    whyNotNow(checked, isExcepted ? [] : exceptions) ?? (props.namesRead ? null : NAMES_UNREAD);
  const whyNot = useMayExecute()("create-review") ?? notYet;
  const [asking, setAsking] = useState({ open: reason !== null, number: reason === null ? 0 : 1 });
  const count = shown.operations.length;
  const { autoApply, ifNobodyAnswers } = draft.consequence;
  const title = count > 1 ? `Create ${numberText(count)} reviews` : "Create review";
  return (
    <>
      {exceptions.length > 0 && (
        <ExceptionField
          exceptions={exceptions}
          value={given}
          onChange={(text) => {
            setException({ to: questionOf(exceptions), text });
          }}
          onRetry={checked.retry}
        />
      )}
      <CommandButton
        size="medium"
        appearance="primary"
        whyNot={whyNot}
        onClick={() => {
          if (!props.onAsk()) return;
          setAsking(({ number }) => ({ open: true, number: number + 1 }));
        }}
      >
        {title}
      </CommandButton>
      {asking.number > 0 && (
        <PlanDialog
          key={asking.number}
          open={asking.open}
          title={title}
          plan={(reason) => plan(isExcepted ? withException(reason, given, exceptions) : reason)}
          {...(isExcepted && {
            reasonMax: REASON_MAX - withException("", given, exceptions).length,
          })}
          notYet={notYet}
          consequence={consequenceOf(checked, draft)}
          danger={autoApply && ifNobodyAnswers === "Deny"}
          {...(reason !== null && { reason })}
          onLeave={(written) => {
            props.onLeave(written, exception);
          }}
          onClose={(ran, _result, ended) => {
            setAsking((before) => ({ ...before, open: false }));
            if (ran) props.onEnded(ended);
          }}
        >
          <CreatePreview
            checked={checked}
            shown={shown}
            exceptions={isExcepted ? exceptions : []}
          />
        </PlanDialog>
      )}
    </>
  );
}
