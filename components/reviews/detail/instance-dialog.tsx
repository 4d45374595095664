"use client";

import { mintId } from "@/lib/services/mint-id";
import { counted, numberText } from "@/lib/domain/number-text";
import { Spinner, Text } from "@fluentui/react-components";
import { ReadingOrFailure } from "@/components/directory/reading-or-failure";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { PlanDialog } from "@/components/plan/plan-dialog";
import { LineList } from "@/components/ui/line-list";
import { type InstanceKind, planForInstance } from "@/lib/domain/reviews/plan-review";
import { defaultSentence } from "@/lib/domain/reviews/settings-labels";
import { tallyOf } from "@/lib/domain/reviews/progress";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { useMyItems } from "@/lib/queries/my-reviews";
import { useContacted } from "@/lib/queries/reviews";
import { useItems } from "@/lib/queries/reviews-items";
import { useServices } from "@/lib/services/services";
import { recommendationWord } from "@/components/entries/review-item-labels";
import { commandDraftStorage } from "@/lib/services/tab-drafts";
import { LossPreview } from "./loss-preview";

const SHOWN = 200;

const TITLE: Readonly<Record<InstanceKind, string>> = {
  "remind-reviewers": "Remind the reviewers",
  "accept-recommendations": "Accept the recommendations",
  "reset-instance": "Reset all decisions",
  "stop-instance": "End this instance now",
  "apply-instance": "Apply the decisions",
};

const LOSES: readonly InstanceKind[] = ["reset-instance", "stop-instance", "apply-instance"];

const named = ({ displayName, userPrincipalName }: ReviewItem["principal"]) =>
  displayName ?? userPrincipalName;

function Reminded({
  review,
  instance,
}: {
  readonly review: Review;
  readonly instance: ReviewInstance;
}) {
  const { data, isPending, isError } = useContacted(review.id, instance.id);
  if (isPending) return <Spinner size="tiny" label="Reading who was asked" />;
  if (isError) return <Text>Who was asked could not be read; Entra knows it.</Text>;
  return (
    <>
      <Text weight="semibold">
        {`${numberText(data.length)} were asked; those who have not answered are mailed`}
      </Text>
      <LineList
        label="Who was asked"
        most={SHOWN}
        lines={data.map((person) => ({ id: person.id, name: named(person) }))}
      />
    </>
  );
}

function Accepted({ instance }: { readonly instance: ReviewInstance }) {
  const { data, isFetching } = useMyItems();
  if (data?.complete !== true) {
    return isFetching ? (
      <Spinner size="tiny" label="Reading what you are to decide" />
    ) : (
      <Text>Not all of your items could be read, so what is decided isn&apos;t known.</Text>
    );
  }
  const open = data.items.filter(
    ({ instanceId, decision }) => instanceId === instance.id && decision === "NotReviewed",
  );
  return (
    <>
      <Text weight="semibold">{`${numberText(open.length)} of yours are not decided`}</Text>
      {open.length > 0 && (
        <LineList
          label="What is decided"
          most={SHOWN}
          lines={open.map(({ id, principal, recommendation }) => ({
            id,
            name: named(principal),
            word: recommendationWord(recommendation),
          }))}
        />
      )}
    </>
  );
}

function Preview({ kind, review, instance, items }: PreviewProps) {
  switch (kind) {
    case "remind-reviewers":
      return <Reminded review={review} instance={instance} />;
    case "accept-recommendations":
      return <Accepted instance={instance} />;
    case "reset-instance": {
      const { decided } = tallyOf(items);
      return (
        <Text weight="semibold">
          {`${counted(decided, "decision is", "decisions are")} taken back`}
        </Text>
      );
    }
    case "stop-instance":
      return (
        <>
          <Text>{defaultSentence(review.settings)}</Text>
          <LossPreview review={review} items={items} />
        </>
      );
    case "apply-instance":
      return <LossPreview review={review} items={items} />;
  }
}

interface PreviewProps {
  readonly kind: InstanceKind;
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly items: readonly ReviewItem[];
}

interface InstanceDialogProps extends Omit<PreviewProps, "items"> {
  readonly open: boolean;
  /** Kept on the way to the consent page. */
  readonly reason: string;
  readonly onClose: () => void;
}

/** Asks before one thing is done to an instance, and shows to whom; nothing is offered before all of it is read. */
export function InstanceDialog({
  open,
  kind,
  review,
  instance,
  reason,
  onClose,
}: InstanceDialogProps) {
  const { me } = useServices();
  const items = useItems(review.id, instance.id, instance.status);
  const read = items.data?.complete === true ? items.data.items : null;
  return (
    <PlanDialog
      open={open}
      title={TITLE[kind]}
      danger={LOSES.includes(kind)}
      reason={reason}
      plan={(why) =>
        read !== null
          ? planForInstance(kind, instance, review, {
              reason: why,
              mintId,
            })
          : null
      }
      onLeave={(written) => {
        commandDraftStorage.save(me, { reviewId: review.id, reason: written, change: null });
      }}
      onClose={onClose}
    >
      {read !== null ? (
        <Preview kind={kind} review={review} instance={instance} items={read} />
      ) : (
        <ReadingOrFailure
          query={items}
          label="Reading the decisions"
          what="the decisions of this instance"
          notDone="Nothing can be done here before they are read."
          scopes={SCOPES_TO_READ_REVIEWS}
        />
      )}
    </PlanDialog>
  );
}
