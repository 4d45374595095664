"use client";

import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { useStages } from "@/lib/queries/reviews";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { type NameOf, reviewersWords } from "@/lib/domain/reviews/scope-labels";
import { StatusBadge } from "@/components/entries/review-status-badge";

interface InstanceStagesProps {
  readonly reviewId: string;
  readonly instance: ReviewInstance;
  readonly nameOf: NameOf;
}

/** The stages of a review that has several, in their order: how far each is, until when, and who is asked in it. */
export function InstanceStages({ reviewId, instance, nameOf }: InstanceStagesProps) {
  const stages = useStages(reviewId, instance.id);
  if (stages.isError) {
    return (
      <GraphFailureCard
        error={stages.error}
        what="the stages of this instance"
        notDone="Guestlist couldn't read which stage is running."
        scopes={SCOPES_TO_READ_REVIEWS}
        onRetry={() => void stages.refetch()}
      />
    );
  }
  return (
    <FactList
      title="Stages"
      facts={(stages.data ?? []).map((stage, index) => ({
        name: `Stage ${index + 1}`,
        fact: (
          <>
            <StatusBadge status={stage.status} />{" "}
            {stage.endsAt !== null && (
              <>
                until <Moment at={stage.endsAt} as="date" />,{" "}
              </>
            )}
            <PersonName name={reviewersWords(stage.reviewers, nameOf)} />
          </>
        ),
      }))}
    />
  );
}
