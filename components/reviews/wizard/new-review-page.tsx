"use client";

import { Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { ApiFailure } from "@/components/directory/api-failure";
import { Notice } from "@/components/ui/notice";
import { dayOf } from "@/lib/domain/calendar";
import { catchAllDraft } from "@/lib/domain/reviews/catch-all";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import type { IsoDate } from "@/lib/domain/time";
import { REVIEW_TEMPLATES } from "@/lib/domain/reviews/templates";
import { useServices } from "@/lib/services/services";
import { useReviewTemplates } from "@/lib/queries/review-templates";
import { type KeptDraft, keptDraft } from "./kept-draft";
import { StartPage } from "./start-page";
import { draftFor } from "./use-wizard";
import { useWizardAddress } from "./use-wizard-address";
import { Wizard } from "./wizard";

/** Only for links from the coverage map: it makes no sense without the group, and so is not offered as a template. */
const CATCH_ALL_TEMPLATE = "catch-all";

/** A new access review, from its template to its creation. */
export function NewReviewPage() {
  const { me, now } = useServices();
  const { template, groupId, go } = useWizardAddress();
  const [today] = useState(() => dayOf(now()));
  if (template === null) {
    return (
      <StartPage
        account={me.homeAccountId}
        onChoose={(id) => void go({ template: id, step: "scope" })}
        onGoOn={(begunFrom) => {
          const [id, group] = begunFrom.split(" ");
          void go({ template: id ?? null, group: group ?? null, step: "scope" });
        }}
      />
    );
  }
  const begunFrom = groupId === null ? template : `${template} ${groupId}`;
  return <Begin key={begunFrom} {...{ template, groupId, begunFrom, today }} />;
}

interface BeginProps {
  readonly template: string;
  readonly groupId: string | null;
  readonly begunFrom: string;
  readonly today: IsoDate;
}

const NOTHING_LEFT = { reason: null, exception: null };

/** What this tab was at already, else the template. */
function Begin({ template, groupId, begunFrom, today }: BeginProps) {
  const { me } = useServices();
  const [kept] = useState(() => keptDraft(me.homeAccountId));
  const forCatchAll = template === CATCH_ALL_TEMPLATE && groupId !== null;
  const known = forCatchAll
    ? catchAllDraft(groupId, today)
    : REVIEW_TEMPLATES.find(({ id }) => id === template)?.draft(today);
  const begin = (
    draft: ReviewDraft,
    left: Pick<KeptDraft, "reason" | "exception"> = NOTHING_LEFT,
  ) => (
    <Wizard
      {...{ begunFrom, draft, today }}
      reason={left.reason}
      exception={left.exception}
      account={me.homeAccountId}
    />
  );
  if (kept?.begunFrom === begunFrom) return begin(kept.draft, kept);
  if (known !== undefined) return begin(draftFor(known, groupId, today));
  return (
    <OwnTemplate template={template}>
      {(draft) => begin(draftFor(draft, groupId, today))}
    </OwnTemplate>
  );
}

function OwnTemplate(props: {
  readonly template: string;
  readonly children: (draft: ReviewDraft) => React.ReactNode;
}) {
  const own = useReviewTemplates();
  if (own.isPending) return <Spinner label="Reading the template" />;
  if (own.isError) {
    return (
      <ApiFailure
        error={own.error}
        notDone="The template could not be read."
        onRetry={() => void own.refetch()}
      />
    );
  }
  const found = own.data.find(({ templateId }) => templateId === props.template);
  if (found === undefined) {
    return (
      <Notice intent="warning" title="There is no such template (any more)">
        Choose another one.
      </Notice>
    );
  }
  return props.children(found.draft);
}
