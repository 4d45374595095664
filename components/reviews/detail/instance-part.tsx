"use client";

import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons";
import { ProgressLine } from "@/components/ui/progress-line";
import { EmptyState } from "@/components/ui/empty-state";
import type { InstanceKind } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { mayHaveEnded } from "@/lib/domain/reviews/review-status";
import { useItems } from "@/lib/queries/reviews-items";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { useResults } from "@/lib/queries/use-results";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import type { NameOf } from "@/lib/domain/reviews/scope-labels";
import { InstanceBar } from "./instance-bar";
import { InstanceHead } from "./instance-head";
import { ItemsSection } from "./items-section";
import { ResultsSection } from "./results-section";
import { ReviewersSection } from "./reviewers-section";
import type { Tab } from "./use-review-address";

const NONE: readonly ReviewItem[] = [];

interface InstancePartProps {
  readonly review: Review;
  readonly instance: ReviewInstance | null;
  readonly nameOf: NameOf;
  readonly tab: Exclude<Tab, "instances" | "settings">;
  readonly onAsk: (command: InstanceKind) => void;
}

/** What concerns one instance: until when, how far, its commands, and one of its parts. */
export function InstancePart({ review, instance, nameOf, tab, onAsk }: InstancePartProps) {
  if (instance === null) {
    return (
      <EmptyState icon={<ClipboardTaskListLtrRegular />} title="No instances yet">
        The first one starts on the review&apos;s first day. Microsoft Entra takes a few minutes to
        prepare it.
      </EmptyState>
    );
  }
  return (
    <OneInstance
      key={instance.id}
      review={review}
      instance={instance}
      nameOf={nameOf}
      tab={tab}
      onAsk={onAsk}
    />
  );
}

interface OneInstanceProps extends InstancePartProps {
  readonly instance: ReviewInstance;
}

function OneInstance({ review, instance, nameOf, tab, onAsk }: OneInstanceProps) {
  const items = useItems(review.id, instance.id, instance.status);
  const { data } = items;
  const ended = data?.complete === true && mayHaveEnded(instance) ? data.items : NONE;
  const results = useResults(review, instance, ended, tab === "results");
  const reading = items.isFetching && data?.complete !== true;
  return (
    <>
      <InstanceHead
        review={review}
        instance={instance}
        nameOf={nameOf}
        items={data ?? null}
        counts={results.counts}
        commands={<InstanceBar review={review} instance={instance} onAsk={onAsk} />}
      />
      {reading && (
        <ProgressLine
          label="Reading the decisions"
          done={data?.items.length ?? 0}
          of={data?.expected ?? null}
        />
      )}
      {items.isError && (
        <GraphFailureCard
          error={items.error}
          what="the decisions of this instance"
          notDone={
            data === undefined ? "None is shown." : "What is shown is not complete, or not fresh."
          }
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void items.refetch()}
        />
      )}
      {data !== undefined && tab === "decisions" && (
        <ItemsSection review={review} instance={instance} read={data} reading={reading} />
      )}
      {data !== undefined && tab === "reviewers" && (
        <ReviewersSection {...{ review, instance, nameOf }} {...data} />
      )}
      {data !== undefined && tab === "results" && (
        <ResultsSection {...{ review, instance, results, onAsk }} read={data} />
      )}
    </>
  );
}
