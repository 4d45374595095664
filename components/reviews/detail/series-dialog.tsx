"use client";

import { mintId } from "@/lib/services/mint-id";
import { counted, numberText } from "@/lib/domain/number-text";
import { Spinner, Text } from "@fluentui/react-components";
import { useMemo } from "react";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import { Notice } from "@/components/ui/notice";
import { isDone } from "@/lib/domain/outcome";
import { planForReview } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import { useRecordedItems } from "@/lib/queries/recorded-results";
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
  const { data } = useItems(review.id, instance.id, instance.status);
  return data?.complete === true ? (
    <LossPreview review={review} items={data.items} />
  ) : (
    <Spinner size="tiny" label="Reading the decisions" />
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

function Deleted({ instances }: { readonly instances: readonly ReviewInstance[] }) {
  const reviewId = instances[0]?.reviewId ?? "";
  const recorded = useRecordedItems(reviewId);
  const ended = instances.filter(mayHaveEnded);
  const unrecorded = ended.filter(({ id }) => recorded.data?.itemsOf(id).size === 0);
  const running = instances.length - ended.length;
  return (
    <>
      <Text weight="semibold">
        {`${counted(instances.length, "instance goes", "instances go")} with it`}
        {running > 0 &&
          `, ${numberText(running)} of them not ended: what was decided there is not applied`}
      </Text>
      {unrecorded.length > 0 && (
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
  return (
    <PlanDialog
      open={open}
      danger
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
        instances.length > 0 && <Deleted instances={instances} />
      )}
    </PlanDialog>
  );
}
