"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Spinner } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/app-link";
import { PageHeader } from "@/components/ui/page-header";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { keys } from "@/lib/queries/keys";
import { useInstances, useReview } from "@/lib/queries/reviews";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { Column } from "@/components/ui/column";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { ReviewBody } from "./review-body";

/** Reads the review itself again when one of its instances has changed by itself: its own status follows theirs. */
function useReadAgainWith(
  instances: readonly ReviewInstance[] | undefined,
  read: () => Promise<unknown>,
): void {
  const statuses = instances?.map(({ id, status }) => `${id} ${status}`).join();
  const known = useRef(statuses);
  useEffect(() => {
    if (known.current !== undefined && known.current !== statuses) void read();
    known.current = statuses;
  }, [statuses, read]);
}

/** One access review: how it is set up, how far it is, what was decided, and whether it was applied. */
export function ReviewPage({ reviewId }: { readonly reviewId: string }) {
  const client = useQueryClient();
  const { me } = useServices();
  const review = useReview(reviewId);
  const instances = useInstances(reviewId, review.data?.settings);
  useReadAgainWith(instances.data, review.refetch);
  const failed = review.isError || (instances.isError && instances.data === undefined);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: keys.review(me, reviewId) });
    // Who is in the groups is a part of what this page shows.
    void client.invalidateQueries({ queryKey: keys.groups(me) });
  };
  return (
    <Column>
      <nav aria-label="Where this is">
        <AppLink href="/reviews">All reviews</AppLink>
      </nav>
      {review.data === undefined && <PageHeader title="Review" />}
      {(review.isPending || (instances.isPending && !failed)) && (
        <Spinner label="Reading the access review" />
      )}
      {failed && (
        <GraphFailureCard
          error={review.error ?? instances.error ?? new Error("not read")}
          what="this access review"
          notDone="Nothing was changed."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={refresh}
        />
      )}
      {review.data !== undefined && instances.data !== undefined && (
        <ReviewBody
          review={review.data}
          instances={instances.data}
          reading={review.isFetching || instances.isFetching}
          onRefresh={refresh}
        />
      )}
    </Column>
  );
}
