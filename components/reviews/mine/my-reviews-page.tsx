"use client";

import { Spinner } from "@fluentui/react-components";
import { parseAsString, useQueryStates } from "nuqs";
import { Column } from "@/components/ui/column";
import { PageHeader } from "@/components/ui/page-header";
import { scopesOf } from "@/lib/operations/requirements";
import { useMyReviews } from "@/lib/queries/my-reviews";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { MyReviewList } from "./my-review-list";
import { DecidePage, NotReviewer } from "./decide-page";

/** Which instance is decided on; what its list shows is held in the address beside it. */
const CHOSEN = { review: parseAsString, instance: parseAsString };

/** What the signed-in person is to decide as a reviewer, and where they decide it. */
export function MyReviewsPage() {
  const [{ review: reviewId, instance: instanceId }, change] = useQueryStates(CHOSEN);
  const mine = useMyReviews();
  const review = mine.data?.find((each) => each.review.id === reviewId);
  const instance = review?.instances.find(({ id }) => id === instanceId);
  if (review !== undefined && instance !== undefined) {
    return <DecidePage review={review.review} instance={instance} />;
  }
  return (
    <Column>
      <PageHeader title="My reviews">Reviews waiting for your decision.</PageHeader>
      {mine.isError ? (
        <GraphFailureCard
          error={mine.error}
          what="your reviews"
          notDone="Nothing was decided and nothing was sent."
          scopes={scopesOf("answer-item")}
          onRetry={() => void mine.refetch()}
        />
      ) : mine.isPending ? (
        <Spinner label="Looking for your reviews" />
      ) : reviewId !== null && instanceId !== null ? (
        <NotReviewer reviewId={reviewId} />
      ) : (
        <MyReviewList
          mine={mine.data}
          onDecide={(chosen) =>
            void change(
              { review: chosen.review.id, instance: chosen.instance.id },
              { history: "push" },
            )
          }
        />
      )}
    </Column>
  );
}
