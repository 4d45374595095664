"use client";

import { Spinner } from "@fluentui/react-components";
import { parseAsString, useQueryStates } from "nuqs";
import { type ReactNode, useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { dayOf } from "@/lib/domain/calendar";
import { isGuid } from "@/lib/domain/guid";
import { catchAllDraft } from "@/lib/domain/reviews/catch-all";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { draftFromTemplate } from "@/lib/domain/reviews/edit-draft";
import { REVIEW_TEMPLATES } from "@/lib/domain/reviews/templates";
import type { IsoDate } from "@/lib/domain/time";
import { useReviewTemplates } from "@/lib/queries/review-templates";
import { useServices } from "@/lib/services/services";
import { newReviewDraftStorage } from "@/lib/services/tab-drafts";
import { ReviewWizard } from "./review-wizard";
import { StartPage } from "./start-page";

/** Only for links from the coverage map: it makes no sense without the group, and so is not offered as a template. */
const CATCH_ALL_TEMPLATE = "catch-all";

const inAddress = {
  /** Id of a built-in template or of one that was saved. */
  template: parseAsString,
  /** A group to begin with, for links from elsewhere. */
  group: parseAsString,
};

/** A new access review, from its template to its creation. */
export function NewReviewPage() {
  const { now } = useServices();
  const [{ template, group }, go] = useQueryStates(inAddress, { history: "push" });
  const [today] = useState(() => dayOf(now()));
  if (template === null) {
    return (
      <StartPage
        onChoose={(id) => void go({ template: id })}
        onContinue={(source) => {
          const [id, groupId] = source.split(" ");
          void go({ template: id ?? null, group: groupId ?? null });
        }}
      />
    );
  }
  const groupId = group !== null && isGuid(group.toLowerCase()) ? group.toLowerCase() : null;
  const source = groupId === null ? template : `${template} ${groupId}`;
  return <Begin key={source} {...{ template, groupId, source, today }} />;
}

/** With what this tab holds already, else with the template. */
function Begin(props: {
  readonly template: string;
  readonly groupId: string | null;
  readonly source: string;
  readonly today: IsoDate;
}) {
  const { template, groupId, source, today } = props;
  const { me } = useServices();
  const [stored] = useState(() => newReviewDraftStorage.load(me));
  if (stored?.source === source) return <ReviewWizard begun={stored} today={today} />;
  const begin = (draft: ReviewDraft) => (
    <ReviewWizard
      begun={{
        ...{ source, reason: null, exception: null },
        draft: draftFromTemplate(draft, groupId, today),
      }}
      today={today}
    />
  );
  if (template === CATCH_ALL_TEMPLATE && groupId !== null) {
    return begin(catchAllDraft(groupId, today));
  }
  const builtIn = REVIEW_TEMPLATES.find(({ id }) => id === template);
  if (builtIn !== undefined) return begin(builtIn.draft(today));
  return <WithSavedTemplate templateId={template}>{begin}</WithSavedTemplate>;
}

function WithSavedTemplate(props: {
  readonly templateId: string;
  readonly children: (draft: ReviewDraft) => ReactNode;
}) {
  const saved = useReviewTemplates();
  if (saved.isPending) return <Spinner label="Reading the template" />;
  if (saved.isError) {
    return (
      <ApiFailure
        error={saved.error}
        notDone="The template could not be read."
        onRetry={() => void saved.refetch()}
      />
    );
  }
  const found = saved.data.find(({ templateId }) => templateId === props.templateId);
  if (found === undefined) {
    return (
      <Notice intent="warning" title="This template no longer exists">
        Choose another one.
      </Notice>
    );
  }
  return props.children(found.draft);
}
