"use client";

import { DIRECTORY_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { ReadingProgress } from "@/components/directory/reading-progress";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { CoverageProgress } from "../coverage/coverage-progress";
import { uncoveredLabel } from "@/lib/domain/reviews/uncovered-label";
import type { ListCoverage } from "@/lib/queries/use-list-coverage";

const FAILED = {
  groups: { what: "the groups and their guests", scopes: SCOPES_TO_READ_REVIEWS },
  reach: {
    what: "who reaches the applications and roles under review",
    scopes: [USER_READ_ALL, DIRECTORY_READ_ALL],
  },
} as const;

/** How far the reading of the coverage is, why it failed, or how many guests no running review covers. */
export function CoverageNotice({ coverage }: { readonly coverage: ListCoverage }) {
  const { known, failure, progress, reading } = coverage;
  return (
    <>
      {failure && (
        <GraphFailureCard
          {...FAILED[failure.of]}
          error={failure.error}
          notDone="The list does not show how many guests each review covers."
          onRetry={failure.retry}
        />
      )}
      {reading && (
        <>
          <ReadingProgress progress={progress.guests} />
          <CoverageProgress groups={progress.groups} reach={progress.reach} />
        </>
      )}
      {known && known.counts.guests > 0 && <Uncovered known={known} seen={coverage.seen} />}
    </>
  );
}

/** How many guests no running review covers, with the way to them; what could not be read makes it "at most". */
function Uncovered(props: {
  readonly known: NonNullable<ListCoverage["known"]>;
  readonly seen: ListCoverage["seen"];
}) {
  const { none, planned } = props.known.counts;
  const { title, doubts } = uncoveredLabel(props.known, props.seen);
  return (
    <Notice intent={none + planned === 0 ? "success" : "warning"} title={title}>
      {doubts.map((doubt) => `${doubt} `)}
      <TextLink href={`/reviews/coverage${none === 0 ? "" : "?state=none"}`}>
        {none === 0 ? "Show the coverage map" : "Show them on the coverage map"}
      </TextLink>
    </Notice>
  );
}
