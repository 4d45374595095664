"use client";

import { Spinner } from "@fluentui/react-components";
import { PageHeader } from "@/components/ui/page-header";
import { scopesOf } from "@/lib/operations/requirements";
import { useMyReviews } from "@/lib/queries/my-reviews";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { AskedList } from "./asked-list";
import { DecidePage } from "./decide-page";
import { NotAsked } from "./not-asked";
import { usePageStyles } from "./page.styles";
import { useMineAddress } from "./use-mine-address";

/** What the signed-in person is asked to decide as a reviewer, and where they decide it. */
export function MyReviewsPage() {
  const styles = usePageStyles();
  const address = useMineAddress();
  const { reviewId, instanceId, change } = address;
  const mine = useMyReviews();
  const review = mine.data?.find((each) => each.review.id === reviewId);
  const instance = review?.instances.find(({ id }) => id === instanceId);
  if (review !== undefined && instance !== undefined) {
    return <DecidePage review={review.review} instance={instance} address={address} />;
  }
  return (
    <div className={styles.page}>
      <PageHeader title="My reviews">
        Whose access you decide about, as a reviewer whom a review names.
      </PageHeader>
      {mine.isError ? (
        <GraphFailureCard
          error={mine.error}
          what="your reviews"
          notDone="Nothing was decided and nothing sent."
          scopes={scopesOf("answer-item")}
          onRetry={() => void mine.refetch()}
        />
      ) : mine.isPending ? (
        <Spinner label="Looking for reviews that ask you" />
      ) : reviewId !== null && instanceId !== null ? (
        <NotAsked reviewId={reviewId} />
      ) : (
        <AskedList
          mine={mine.data}
          onDecide={({ review: chosen, instance: run }) =>
            void change({ review: chosen.id, instance: run.id }, { history: "push" })
          }
        />
      )}
    </div>
  );
}
