"use client";

import { Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { PageHeader } from "@/components/ui/page-header";
import { plainText } from "@/components/ui/plain-text";
import { REVIEW_TEMPLATES } from "@/lib/domain/reviews/templates";
import { holdsAppRole } from "@/lib/domain/app-roles";
import { useServices } from "@/lib/services/services";
import { type ReviewTemplate, useReviewTemplates } from "@/lib/queries/review-templates";
import { forgetDraft, keptDraft } from "./kept-draft";
import { DropTemplate } from "./template-dialogs";
import { type OfferedTemplate, TemplateList, UnfinishedDraft } from "./template-choice";

interface StartPageProps {
  readonly account: string;
  readonly onChoose: (templateId: string) => void;
  /** Back to the draft that this tab has, whose begin is described by these words. */
  readonly onGoOn: (begunFrom: string) => void;
}

/** Before the first step: what the review begins with. */
export function StartPage({ account, onChoose, onGoOn }: StartPageProps) {
  const [kept, setKept] = useState(() => keptDraft(account));
  return (
    <>
      <PageHeader title="New access review">
        Choose what to begin with. Everything can be changed before it is created.
      </PageHeader>
      {kept !== null && (
        <UnfinishedDraft
          name={kept.draft.name}
          onGoOn={() => {
            onGoOn(kept.begunFrom);
          }}
          onDrop={() => {
            forgetDraft(account);
            setKept(null);
          }}
        />
      )}
      <TemplateList
        title="Templates"
        templates={REVIEW_TEMPLATES}
        onChoose={(id) => {
          forgetDraft(account);
          onChoose(id);
        }}
      />
      <OwnTemplates
        onChoose={(id) => {
          forgetDraft(account);
          onChoose(id);
        }}
      />
    </>
  );
}

/** What the people of this tenant saved. */
function OwnTemplates({ onChoose }: Pick<StartPageProps, "onChoose">) {
  const own = useReviewTemplates();
  const { me } = useServices();
  const mayChange = holdsAppRole(me.appRoles, "Governance.Operator");
  const [dropping, setDropping] = useState<OfferedTemplate | null>(null);
  const [open, setOpen] = useState(false);
  if (own.isPending) return <Spinner size="small" label="Reading your own templates" />;
  if (own.isError) {
    return (
      <ApiFailure
        error={own.error}
        notDone="Your organization's own templates are not shown."
        onRetry={() => void own.refetch()}
      />
    );
  }
  return (
    <>
      {own.data.length > 0 && (
        <TemplateList
          title="Saved in this organization"
          templates={own.data.map(offered)}
          onChoose={onChoose}
          {...(mayChange && {
            onDrop: (template) => {
              setDropping(template);
              setOpen(true);
            },
          })}
        />
      )}
      {dropping !== null && (
        <DropTemplate
          key={dropping.id}
          open={open}
          template={dropping}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function offered({ templateId, name, savedBy }: ReviewTemplate): OfferedTemplate {
  const who = plainText(savedBy.displayName ?? "");
  return { id: templateId, name, says: who === "" ? "Saved by somebody" : `Saved by ${who}` };
}
