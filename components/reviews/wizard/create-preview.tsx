"use client";

import { Accordion, Spinner, Text } from "@fluentui/react-components";
import { Notice } from "@/components/ui/notice";
import type { Plan } from "@/lib/domain/plan";
import type { PreflightProblem } from "@/lib/domain/reviews/preflight";
import { losingLines, readingWords, scopeCount } from "./checks-in-words";
import { Fold, FoldedLines } from "./fold";
import { JsonPreview } from "./json-preview";
import { ProblemList } from "./problem-list";
import type { Checked } from "./use-preflight";

/** What is about to be created: whom it covers, who loses access, and what is sent for it. */
export function CreatePreview(props: {
  readonly checked: Checked;
  readonly shown: Plan;
  /** What is gone on with all the same. */
  readonly exceptions: readonly PreflightProblem[];
}) {
  const { checked, shown, exceptions } = props;
  const { found } = checked;
  const reviews = shown.operations.map(({ operation, label }) => ({
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
        <Spinner size="tiny" labelPosition="after" label={readingWords(checked)} />
      ) : found === null ? (
        <Notice intent="warning" title="Not checked">
          The groups and their guests could not be read: nobody has looked who loses access.
        </Notice>
      ) : (
        <>
          <Text>{scopeCount(found)}</Text>
          {found.warnings.length > 0 && <ProblemList problems={found.warnings} />}
        </>
      )}
      <Accordion collapsible multiple>
        {reviews.length > 1 && <FoldedLines value="reviews" title="Reviews" lines={reviews} />}
        {found !== null && (
          <FoldedLines
            value="losing"
            title="Who loses access if nobody answers"
            lines={losingLines(found.unanswered)}
          />
        )}
        <Fold value="json" title="The exact request">
          <JsonPreview plan={shown} />
        </Fold>
      </Accordion>
    </>
  );
}
