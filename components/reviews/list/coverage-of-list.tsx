"use client";

import { ReadingProgress } from "@/components/directory/reading-progress";
import { CoverageProgress } from "../coverage/coverage-progress";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { UncoveredNotice } from "./uncovered-notice";
import type { ListCoverage } from "./use-list-coverage";

/** How far the reading of the coverage is, why it failed, or how many guests no running review covers. */
export function CoverageOfList({ coverage }: { readonly coverage: ListCoverage }) {
  const { known, failure, progress, reading } = coverage;
  return (
    <>
      {failure && (
        <GraphFailureCard
          error={failure.error}
          what={failure.what}
          notDone="The list does not show how many guests each review covers."
          scopes={failure.scopes}
          onRetry={failure.retry}
        />
      )}
      {reading && (
        <>
          <ReadingProgress progress={progress.guests} />
          <CoverageProgress groups={progress.groups} reach={progress.reach} />
        </>
      )}
      {known && <UncoveredNotice known={known} seen={coverage.seen} />}
    </>
  );
}
