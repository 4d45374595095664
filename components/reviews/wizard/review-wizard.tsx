"use client";

import { useCallback, useMemo, useReducer, useState } from "react";
import type { Ended } from "@/components/plan/operation-outcomes";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { CreatedPage } from "@/components/wizard/created-page";
import { type CreationResult, creationResult } from "@/components/wizard/creation-result";
import { SaveTemplate } from "@/components/wizard/save-template";
import { useStablePlan } from "@/components/wizard/use-stable-plan";
import { useStoredDraft } from "@/components/wizard/use-stored-draft";
import { useWizard } from "@/components/wizard/use-wizard";
import { WizardFrame } from "@/components/wizard/wizard-frame";
import type { NewReviewDraft } from "@/lib/contract/drafts";
import { checkDraft } from "@/lib/domain/reviews/check-draft";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { draftOfNotCreated, editDraft, editing } from "@/lib/domain/reviews/edit-draft";
import { startSentence } from "@/lib/domain/reviews/draft-sentences";
import { planCreate } from "@/lib/domain/reviews/plan-review";
import type { IsoDate } from "@/lib/domain/time";
import { useDraftNames } from "@/lib/queries/review-draft-names";
import { usePreflight } from "@/lib/queries/review-preflight";
import { useSaveReviewTemplate } from "@/lib/queries/review-templates";
import { ConsequenceStep } from "./consequence-step";
import { CreateReview } from "./create-review";
import { CreatedDuplicates } from "./created-duplicates";
import { newReviewDraftStorage } from "@/lib/services/tab-drafts";
import { ReviewSidePane } from "./review-side-pane";
import { ReviewersStep } from "./reviewers-step";
import { ScheduleStep } from "./schedule-step";
import { ScopeStep } from "./scope-step";
import type { StepForm } from "./step-form";

const STEPS = ["scope", "reviewers", "schedule", "consequence"] as const;
type Step = (typeof STEPS)[number];

const TITLES: Readonly<Record<Step, string>> = {
  scope: "Scope",
  reviewers: "Reviewers",
  schedule: "Schedule",
  consequence: "Consequence",
};

/** The four steps of a new review, and beside them what they mean. */
export function ReviewWizard(props: { readonly begun: NewReviewDraft; readonly today: IsoDate }) {
  const { begun, today } = props;
  const { source } = begun;
  const [{ draft }, edit] = useReducer(editDraft, begun.draft, editing);
  const { nameOf, existingUserIds, namesRead } = useDraftNames(draft);
  const problems = useMemo(
    () => checkDraft(draft, today, existingUserIds),
    [draft, today, existingUserIds],
  );
  const wizard = useWizard(STEPS, problems);
  const stored = useStoredDraft(
    newReviewDraftStorage,
    useMemo(() => ({ source, draft, reason: null, exception: null }), [source, draft]),
  );
  const checked = usePreflight(draft);
  const creation = useStablePlan(
    useCallback((reason, mintId) => planCreate(draft, { reason, mintId }, nameOf), [draft, nameOf]),
  );
  const whyNot = useMayExecute()("create-review");
  const [result, setResult] = useState<CreationResult | null>(null);

  const end = (ended: readonly Ended[]) => {
    const found = creationResult(ended);
    creation.renew();
    // Nothing was created and nothing is open: the draft stays as it is, to be corrected or tried again.
    if (found.created.length === 0 && found.unknown.length === 0) return;
    if (found.notCreated.length === 0) stored.clear();
    else {
      edit({ kind: "replace", draft: draftOfNotCreated(draft, found.notCreated) });
      wizard.reset();
    }
    setResult(found);
  };
  if (result !== null) {
    return (
      <CreatedPage
        result={result}
        noun={{ one: "review", many: "reviews" }}
        hrefOf={(id) => `/reviews/${encodeURIComponent(id)}`}
        next={`${startSentence(draft, today)} It may take a few minutes until Microsoft shows it everywhere.`}
        onRest={() => {
          setResult(null);
        }}
        links={
          <>
            <AppLink href="/reviews">All reviews</AppLink>
            <AppLink href="/reviews/new">Create another review</AppLink>
          </>
        }
      >
        <CreatedDuplicates created={result.created} />
      </CreatedPage>
    );
  }
  return (
    <>
      <PageHeader title="New access review">
        <AppLink href="/reviews/new">Choose another template</AppLink>
      </PageHeader>
      {whyNot !== null && (
        <Notice intent="info" title="You can prepare this review but not create it">
          {whyNot}
        </Notice>
      )}
      <WizardFrame
        wizard={wizard}
        titles={TITLES}
        finish={
          <CreateReview
            {...{ draft, checked, creation, namesRead }}
            reason={begun.reason}
            exception={begun.exception}
            onAsk={wizard.check}
            onLeave={(reason, exception) => {
              stored.save({ reason, exception });
            }}
            onEnded={end}
          />
        }
        actions={
          <SaveTemplate
            draft={draft}
            name={draft.name}
            useSave={useSaveReviewTemplate}
            isComplete={isStorable}
            incomplete="A number, a date or an application is missing in the steps. Groups and people can be left empty."
          />
        }
        side={
          <ReviewSidePane
            {...{ draft, nameOf, checked }}
            plan={creation.preview}
            onGoTo={wizard.goToNamed}
          />
        }
      >
        <Fields step={wizard.step} form={{ draft, edit, nameOf, field: wizard.field }} />
      </WizardFrame>
    </>
  );
}

async function isStorable(draft: ReviewDraft): Promise<boolean> {
  const { reviewDraftOnWire } = await import("@/lib/contract/review-draft");
  return reviewDraftOnWire.safeParse(draft).success;
}

function Fields({ step, form }: { readonly step: Step; readonly form: StepForm }) {
  switch (step) {
    case "scope":
      return <ScopeStep {...form} />;
    case "reviewers":
      return <ReviewersStep {...form} />;
    case "schedule":
      return <ScheduleStep {...form} />;
    case "consequence":
      return <ConsequenceStep {...form} />;
  }
}
