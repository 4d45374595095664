"use client";

import { Button, Spinner } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useConsent } from "@/components/plan/use-consent";
import { ConsentNotice } from "@/components/directory/consent-notice";
import { AppLink } from "@/components/ui/app-link";
import { ErrorCard } from "@/components/ui/error-card";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import { scopesOf } from "@/lib/operations/requirements";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { myItemsQuery } from "@/lib/queries/my-reviews";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import { InstanceSummary } from "./instance-summary";
import { ItemWorkspace } from "./item-workspace";
import { KeyboardHelp } from "./keyboard-help";
import { LeftAnswers } from "./left-answers";
import { NotAsked } from "./not-asked";
import { NotAccepted } from "./sending-status";
import { progressOf } from "./answer";
import { resourceOf } from "./select-items";
import { useAnswerQueue } from "./use-answer-queue";
import { useBelieved, useLookAgain } from "./use-believed";
import type { useMineAddress } from "./use-mine-address";
import { usePageStyles } from "./page.styles";

const NONE: readonly ReviewItem[] = [];
const SCOPES = scopesOf("answer-item");

interface DecidePageProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly address: ReturnType<typeof useMineAddress>;
}

/** One instance that asks the signed-in person: what is to be decided in it, and the deciding. */
export function DecidePage({ review, instance, address }: DecidePageProps) {
  const styles = usePageStyles();
  const services = useServices();
  const refs = useMemo(
    () => [{ reviewId: review.id, instanceId: instance.id }],
    [review.id, instance.id],
  );
  const read = useQuery(myItemsQuery(services, refs));
  const { queue, kept, view } = useAnswerQueue();
  const consent = useConsent(SCOPES);
  const narrow = useNarrow();
  const [help, setHelp] = useState(false);
  const items = read.data?.items ?? NONE;
  const isWhole = read.data?.complete === true;
  useBelieved(items, read.dataUpdatedAt, queue);
  useLookAgain(view);
  const progress = useMemo(
    () => progressOf(items, view.answers, review.settings),
    [items, view.answers, review.settings],
  );
  const resource = resourceOf(items);
  const isRunning = phaseOf(instance.status) === "running";
  const whyNot = !isRunning
    ? "This instance is not running: nobody can decide in it now."
    : consent === "missing"
      ? "Your consent is needed before you can decide."
      : null;
  const failed = read.data?.unread.includes(instance.id) === true;
  return (
    <div className={styles.page}>
      <PageHeader
        title={review.name}
        actions={
          <>
            {!narrow && <KeyboardHelp open={help} onOpenChange={setHelp} />}
            <Button
              icon={<ArrowClockwiseRegular />}
              disabledFocusable={read.isFetching}
              onClick={() => void read.refetch()}
            >
              Read again
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
      <InstanceSummary review={review} instance={instance} progress={isWhole ? progress : null} />
      {consent === "missing" && isRunning && <ConsentNotice scopes={SCOPES} />}
      {isWhole && isRunning && (
        <LeftAnswers items={items} instanceId={instance.id} kept={kept} queue={queue} />
      )}
      <NotAccepted
        queue={queue}
        view={view}
        items={items}
        instanceId={instance.id}
        onShow={() =>
          void address.change({ refused: true, q: null, decision: null, recommendation: null })
        }
      />
      {read.isError ? (
        <GraphFailureCard
          error={read.error}
          what="what you are to decide"
          notDone="Nothing was decided and nothing sent."
          scopes={SCOPES}
          onRetry={() => void read.refetch()}
        />
      ) : failed ? (
        <ErrorCard
          happened="What you are to decide could not be read."
          notDone="Nothing was decided and nothing sent."
          tryThis="Read again in a minute."
          actions={<Button onClick={() => void read.refetch()}>Read again</Button>}
        />
      ) : read.isPending ? (
        <Spinner label="Reading what you are to decide" />
      ) : isWhole && items.length === 0 ? (
        <NotAsked reviewId={review.id} />
      ) : (
        <ItemWorkspace
          key={instance.id}
          items={items}
          settings={review.settings}
          queue={queue}
          view={view}
          address={address}
          whyNot={whyNot}
          reading={!isWhole}
          onHelp={() => {
            setHelp(true);
          }}
        />
      )}
    </div>
  );
}
