"use client";

import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { ArrowClockwiseRegular, PersonProhibitedRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { parseAsArrayOf, parseAsBoolean, parseAsStringLiteral, throttle } from "nuqs";
import { useMemo, useState } from "react";
import { ConsentNotice } from "@/components/directory/consent-notice";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { KeyboardHelp } from "@/components/inbox/keyboard-help";
import { NotAcceptedNotice } from "@/components/inbox/sending-status";
import { UnsentAnswersNotice } from "@/components/inbox/unsent-answers-notice";
import { useListState } from "@/components/list/use-list-state";
import { useConsent } from "@/components/plan/use-consent";
import { AppLink } from "@/components/ui/app-link";
import { Column } from "@/components/ui/column";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorCard } from "@/components/ui/error-card";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import {
  DECIDER_FILTERS,
  DECISION_FILTERS,
  RECOMMENDATION_FILTERS,
  resourceOf,
} from "@/lib/domain/reviews/item-facts";
import { scopesOf } from "@/lib/operations/requirements";
import { myItemsQuery } from "@/lib/queries/my-reviews";
import { useServices } from "@/lib/services/services";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { ITEM_SORTS } from "./my-item-list";
import { InstanceSummary } from "./instance-summary";
import { myProgress, reviewInbox, useReviewAnswers } from "./review-inbox";
import { ReviewWorkspace } from "./review-workspace";

// Beside other words a link needs more than its colour.
const useStyles = makeStyles({ crumb: { textDecorationLine: "underline" } });

/** What the list of items keeps in the address. */
const ITEM_LIST = {
  filters: {
    decision: parseAsArrayOf(parseAsStringLiteral(DECISION_FILTERS)).withDefault([]),
    by: parseAsStringLiteral(DECIDER_FILTERS),
    recommendation: parseAsStringLiteral(RECOMMENDATION_FILTERS),
    refused: parseAsBoolean.withDefault(false),
  },
  sorts: ITEM_SORTS,
  defaultSort: { by: "guest", descending: false },
  // Walking through the items fast changes the address often; browsers refuse more than this.
  panel: { name: "item", limitUrlUpdates: throttle(400) },
} as const;

const NONE: readonly ReviewItem[] = [];
const SCOPES = scopesOf("answer-item");

interface DecidePageProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
}

/** One instance in which the signed-in person is a reviewer: what is to be decided in it, and the deciding. */
export function DecidePage({ review, instance }: DecidePageProps) {
  const styles = useStyles();
  const services = useServices();
  const list = useListState(ITEM_LIST);
  const refs = useMemo(
    () => [{ reviewId: review.id, instanceId: instance.id }],
    [review.id, instance.id],
  );
  const read = useQuery(myItemsQuery(services, refs));
  const { queue, unsent, view } = useReviewAnswers();
  const consent = useConsent(SCOPES);
  const narrow = useNarrow();
  const [help, setHelp] = useState(false);
  const items = read.data?.items ?? NONE;
  const isWhole = read.data?.complete === true;
  const progress = useMemo(
    () => myProgress(items, view.answers, review.settings),
    [items, view.answers, review.settings],
  );
  const resource = resourceOf(items);
  const isRunning = phaseOf(instance.status) === "running";
  const whyNot = !isRunning
    ? "This instance isn't running, so nobody can decide in it now."
    : consent === "missing"
      ? "Your consent is needed before you can decide."
      : null;
  const failed = read.data?.unread.includes(instance.id) === true;
  return (
    <Column>
      <PageHeader
        title={review.name}
        actions={
          <>
            {!narrow && (
              <KeyboardHelp options={reviewInbox.options} open={help} onOpenChange={setHelp} />
            )}
            <Button
              size="small"
              icon={<ArrowClockwiseRegular />}
              disabledFocusable={read.isFetching}
              onClick={() => void read.refetch()}
            >
              Refresh
            </Button>
          </>
        }
      >
        <AppLink href="/reviews/mine" className={styles.crumb}>
          My reviews
        </AppLink>
        {resource !== null && (
          <>
            {" / "}
            <PersonName name={resource} />
          </>
        )}
      </PageHeader>
      <InstanceSummary
        {...{ review, instance }}
        progress={isWhole ? progress : null}
        isReading={read.isFetching}
      />
      {consent === "missing" && isRunning && <ConsentNotice scopes={SCOPES} />}
      {isWhole && isRunning && (
        <UnsentAnswersNotice
          items={items}
          group={instance.id}
          unsent={unsent}
          queue={queue}
          place={reviewInbox.place}
        />
      )}
      <NotAcceptedNotice
        inbox={reviewInbox}
        queue={queue}
        view={view}
        items={items}
        group={instance.id}
        onShow={() => {
          list.search(null);
          list.filter({ refused: true, decision: null, by: null, recommendation: null });
        }}
      />
      {read.isError ? (
        <GraphFailureCard
          error={read.error}
          what="the items of this review"
          notDone="Nothing was decided and nothing was sent."
          scopes={SCOPES}
          onRetry={() => void read.refetch()}
        />
      ) : failed ? (
        <ErrorCard
          happened="The items of this review could not be read."
          notDone="Nothing was decided and nothing was sent."
          tryThis="Refresh in a minute."
          actions={<Button onClick={() => void read.refetch()}>Refresh</Button>}
        />
      ) : read.isPending ? (
        <Spinner label="Reading the items of this review" />
      ) : isWhole && items.length === 0 ? (
        <NotReviewer reviewId={review.id} />
      ) : (
        <ReviewWorkspace
          key={instance.id}
          items={items}
          readAt={read.dataUpdatedAt}
          settings={review.settings}
          queue={queue}
          view={view}
          list={list}
          whyNot={whyNot}
          reading={!isWhole}
          onHelp={() => {
            setHelp(true);
          }}
        />
      )}
    </Column>
  );
}

/** For a person who follows a link to a review of other reviewers. */
export function NotReviewer({ reviewId }: { readonly reviewId: string }) {
  return (
    <EmptyState
      icon={<PersonProhibitedRegular />}
      title="You are not a reviewer of this review"
      action={<AppLink href={`/reviews/${encodeURIComponent(reviewId)}`}>See the review</AppLink>}
    >
      Only the reviewers of an instance can decide in it: no role lets an administrator decide for
      them. The instance may also have ended, or the review may have been deleted.
    </EmptyState>
  );
}
