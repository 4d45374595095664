"use client";

import { mintId } from "@/lib/services/mint-id";
import { counted, numberText } from "@/lib/domain/number-text";
import { Button, Text } from "@fluentui/react-components";
import { useMemo } from "react";
import { failureLabel } from "@/components/directory/failure-labels";
import { ReadingOrFailure } from "@/components/directory/reading-or-failure";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import { Notice } from "@/components/ui/notice";
import { isDone } from "@/lib/domain/outcome";
import { planForReview } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { useRecordedInstances } from "@/lib/queries/recorded-results";
import { useItems } from "@/lib/queries/reviews-items";
import { defaultSentence } from "@/lib/domain/reviews/settings-labels";
import { useProgressOfMany } from "@/lib/queries/reviews-progress";
import { useServices } from "@/lib/services/services";
import { mayHaveEnded, phaseOf } from "@/lib/domain/reviews/review-status";
import { type NameOf, resourceWords } from "@/lib/domain/reviews/scope-labels";
import { commandDraftStorage } from "@/lib/services/tab-drafts";
import { LossPreview } from "./loss-preview";

const SHOWN = 200;

const TITLE = { "stop-review": "Stop the series", "delete-review": "Delete this review" } as const;

interface OfRunning {
  readonly running: readonly ReviewInstance[];
  readonly nameOf: NameOf;
}

/** Of one running instance everybody is named; of many there are the numbers of each. */
function Running({ running, nameOf }: OfRunning) {
  const refs = useMemo(
    () => running.map(({ reviewId, id }) => ({ reviewId, instanceId: id })),
    [running],
  );
  const { data } = useProgressOfMany(refs);
  return (
    <>
      <Text weight="semibold">{`${numberText(running.length)} running instances end now`}</Text>
      <LineList
        label="What ends now"
        most={SHOWN}
        lines={running.map((instance) => {
          const counted = data?.get(instance.id);
          return {
            id: instance.id,
            name: resourceWords(instance.scope, nameOf),
            detail:
              counted === undefined || counted.atLeast === true
                ? null
                : `${numberText(counted.total - counted.decided)} of ${numberText(counted.total)} not decided`,
          };
        })}
      />
    </>
  );
}

function OneRunning({
  review,
  instance,
}: {
  readonly review: Review;
  readonly instance: ReviewInstance;
}) {
  const items = useItems(review.id, instance.id, instance.status);
  return items.data?.complete === true ? (
    <LossPreview review={review} items={items.data.items} />
  ) : (
    <ReadingOrFailure
      query={items}
      label="Reading the decisions"
      what="the decisions of this instance"
      notDone="Who loses access isn't known."
      scopes={SCOPES_TO_READ_REVIEWS}
    />
  );
}

function Stopped(props: OfRunning & { readonly review: Review }) {
  const [only] = props.running;
  if (only === undefined) return <Text>Nothing runs now: only later instances do not begin.</Text>;
  return (
    <>
      <Text>{defaultSentence(props.review.settings)}</Text>
      {props.running.length === 1 ? (
        <OneRunning review={props.review} instance={only} />
      ) : (
        <Running {...props} />
      )}
    </>
  );
}

interface DeletedProps {
  readonly instances: readonly ReviewInstance[];
  readonly ended: readonly ReviewInstance[];
  readonly recorded: ReturnType<typeof useRecordedInstances>;
}

/** What goes with a deleted review, and whose results are nowhere else. */
function Deleted({ instances, ended, recorded }: DeletedProps) {
  const { data, isError } = recorded;
  const unrecorded = data === undefined ? [] : ended.filter(({ id }) => (data.get(id) ?? 0) === 0);
  const running = instances.length - ended.length;
  return (
    <>
      <Text weight="semibold">
        {`${counted(instances.length, "instance goes", "instances go")} with it`}
        {running > 0 &&
          `, ${numberText(running)} of them not ended: what was decided there is not applied`}
      </Text>
      {isError && (
        <Notice
          intent="warning"
          title="It isn't known whether results would be lost"
          actions={<Button onClick={() => void recorded.refetch()}>Try again</Button>}
        >
          {`Guestlist couldn't check whether the results of ${counted(ended.length, "ended instance")} are in the history. ${failureLabel(recorded.error)}.`}
        </Notice>
      )}
      {!isError && unrecorded.length > 0 && (
        <Notice intent="warning" title="Results would be lost">
          {`Of ${counted(unrecorded.length, "ended instance")} nothing is in the history. Save the results first, under “Results applied?”.`}
        </Notice>
      )}
    </>
  );
}

interface SeriesDialogProps {
  readonly open: boolean;
  readonly kind: "stop-review" | "delete-review";
  readonly review: Review;
  readonly instances: readonly ReviewInstance[];
  readonly nameOf: NameOf;
  /** Kept on the way to the consent page. */
  readonly reason: string;
  /** `done` is true when the directory was changed so. */
  readonly onClose: (done: boolean) => void;
}

/** Asks before a series is stopped or deleted, and shows what goes with it. */
export function SeriesDialog(props: SeriesDialogProps) {
  const { open, kind, review, instances, nameOf, reason, onClose } = props;
  const { me } = useServices();
  const running = useMemo(
    () => instances.filter(({ status }) => phaseOf(status) === "running"),
    [instances],
  );
  const ended = useMemo(
    () => (kind === "delete-review" ? instances.filter(mayHaveEnded) : []),
    [kind, instances],
  );
  const recorded = useRecordedInstances(ended.length > 0 ? [review.id] : []);
  const isChecking = ended.length > 0 && recorded.isPending;
  return (
    <PlanDialog
      open={open}
      danger
      notYet={isChecking ? "Guestlist is checking which results are in the history." : null}
      title={TITLE[kind]}
      reason={reason}
      plan={(why) => planForReview({ kind }, review, { reason: why, mintId })}
      onLeave={(written) => {
        commandDraftStorage.save(me, { reviewId: review.id, reason: written, change: null });
      }}
      onClose={(_ran, result) => {
        const done = result?.results.some(({ outcome }) => outcome !== null && isDone(outcome));
        onClose(done === true);
      }}
    >
      {kind === "stop-review" ? (
        <Stopped review={review} running={running} nameOf={nameOf} />
      ) : (
        instances.length > 0 && <Deleted {...{ instances, ended, recorded }} />
      )}
    </PlanDialog>
  );
}
