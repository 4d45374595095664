"use client";

import { useState } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { SavedTemplates } from "@/components/wizard/saved-templates";
import { TemplateList, UnfinishedDraft } from "@/components/wizard/template-list";
import { REVIEW_TEMPLATES } from "@/lib/domain/reviews/templates";
import { useReviewTemplates, useSaveReviewTemplate } from "@/lib/queries/review-templates";
import { useServices } from "@/lib/services/services";
import { newReviewDraftStorage } from "@/lib/services/tab-drafts";

interface StartPageProps {
  readonly onChoose: (templateId: string) => void;
  /** Back to the draft that this tab holds, by what it was begun with. */
  readonly onContinue: (source: string) => void;
}

/** Before the first step: what the review begins with. */
export function StartPage({ onChoose, onContinue }: StartPageProps) {
  const { me } = useServices();
  const [stored, setStored] = useState(() => newReviewDraftStorage.load(me));
  const choose = (id: string) => {
    newReviewDraftStorage.clear(me);
    onChoose(id);
  };
  return (
    <>
      <PageHeader title="New access review">
        Choose a template to start with. You can change everything before the review is created.
      </PageHeader>
      {stored !== null && (
        <UnfinishedDraft
          title="You have an unfinished review"
          name={stored.draft.name}
          onContinue={() => {
            onContinue(stored.source);
          }}
          onDiscard={() => {
            newReviewDraftStorage.clear(me);
            setStored(null);
          }}
        />
      )}
      <TemplateList title="Templates" templates={REVIEW_TEMPLATES} onChoose={choose} />
      <SavedTemplates
        templates={useReviewTemplates()}
        useSave={useSaveReviewTemplate}
        onChoose={choose}
      />
    </>
  );
}
