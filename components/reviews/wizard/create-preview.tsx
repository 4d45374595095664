"use client";

import { Accordion, Spinner, Text } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import { CollapsibleLines } from "@/components/wizard/collapsible";
import { ProblemList } from "@/components/wizard/problem-list";
import { RequestPreview } from "@/components/wizard/request-preview";
import type { Plan } from "@/lib/domain/plan";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import type { PreflightState } from "@/lib/queries/review-preflight";
import { losingLines, readingLabel, scopeCount } from "@/lib/domain/reviews/check-labels";

/** What is about to be created: whom it covers, who loses access, and what is sent for it. */
export function CreatePreview(props: {
  readonly checked: PreflightState;
  readonly plan: Plan;
  /** The problems that an exception was given for. */
  readonly exceptions: readonly PreflightProblem[];
}) {
  const { checked, plan, exceptions } = props;
  const { found } = checked;
  const reviews = plan.operations.map(({ operation, label }) => ({
    id: operation.id,
    name: label,
  }));
  return (
    <>
      {exceptions.map(({ id, says }) => (
        <Notice key={id} intent="warning" title="With your exception">
          {says}
        </Notice>
      ))}
      {found === null && checked.error === null ? (
        <Spinner size="tiny" labelPosition="after" label={readingLabel(checked)} />
      ) : found === null ? (
        <Notice intent="warning" title="Not checked">
          The groups and their guests could not be read, so it is unknown who loses access.
        </Notice>
      ) : (
        <>
          <Text>{scopeCount(found)}</Text>
          {found.warnings.length > 0 && <ProblemList problems={found.warnings} />}
        </>
      )}
      <Accordion collapsible multiple>
        {reviews.length > 1 && <CollapsibleLines id="reviews" title="Reviews" lines={reviews} />}
        {found !== null && (
          <CollapsibleLines
            id="losing"
            title="Who loses access if nobody answers"
            lines={losingLines(found.unanswered)}
          />
        )}
        <RequestPreview plan={plan} empty="Nothing would be sent yet: no group is chosen." />
      </Accordion>
    </>
  );
}
