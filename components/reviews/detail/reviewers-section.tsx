"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { PeopleRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { GridColumn } from "@/components/grid/column";
import { VirtualGrid } from "@/components/grid/virtual-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { useNarrow } from "@/components/ui/use-narrow";
import { type ReviewerProgress, reviewersOf } from "@/lib/domain/reviews/progress";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";
import { useContacted } from "@/lib/queries/reviews";
import { SCOPES_TO_READ_REVIEWS } from "@/lib/queries/reading-problem";
import { Column } from "@/components/ui/column";
import { GraphFailureCard } from "@/components/directory/graph-failure-card";
import { type NameOf, reviewersWords } from "@/lib/domain/reviews/scope-labels";
import { InstanceStages } from "./instance-stages";

const useStyles = makeStyles({
  words: { color: tokens.colorNeutralForeground2 },
});

const COLUMNS: readonly GridColumn<ReviewerProgress>[] = [
  {
    id: "name",
    label: "Reviewer",
    width: 180,
    grow: 2,
    show: ({ person }) => (
      <PersonName name={person.displayName ?? person.userPrincipalName} fallback={person.id} />
    ),
  },
  {
    id: "contacted",
    label: "Asked",
    width: 130,
    show: ({ contactedAt }) =>
      contactedAt === null ? "Not provided" : <Moment at={contactedAt} />,
  },
  { id: "decided", label: "Decided", width: 90, show: ({ decided }) => numberText(decided) },
  { id: "approved", label: "Approved", width: 95, show: ({ approved }) => numberText(approved) },
  { id: "denied", label: "Denied", width: 90, show: ({ denied }) => numberText(denied) },
  { id: "unsure", label: "Don't know", width: 105, show: ({ dontKnow }) => numberText(dontKnow) },
  {
    id: "last",
    label: "Last decided",
    width: 130,
    show: ({ lastDecidedAt }) => (lastDecidedAt === null ? "Never" : <Moment at={lastDecidedAt} />),
  },
];

const COUNTS = ["decided", "approved", "denied", "unsure", "last"];
const HIDDEN_ON_A_PHONE = ["contacted", "approved", "denied", "unsure", "last"];

const rowId = ({ person }: ReviewerProgress) => person.id;
const rowLabel = ({ person }: ReviewerProgress) => person.displayName ?? person.id;

interface ReviewersSectionProps {
  readonly review: Review;
  readonly instance: ReviewInstance;
  readonly items: readonly ReviewItem[];
  /** Whether these are all items: counts of a part would be too low. */
  readonly complete: boolean;
  readonly nameOf: NameOf;
}

/** Who was asked to decide in this instance, and how much each has decided: the idle first. */
export function ReviewersSection(props: ReviewersSectionProps) {
  const { review, instance, items, complete, nameOf } = props;
  const styles = useStyles();
  const narrow = useNarrow();
  const contacted = useContacted(review.id, instance.id);
  const rows = useMemo(() => reviewersOf(items, contacted.data ?? []), [items, contacted.data]);
  const hidden = [...(narrow ? HIDDEN_ON_A_PHONE : []), ...(complete ? [] : COUNTS)];
  const asks = instance.reviewers.length > 0 ? instance.reviewers : review.reviewers;
  return (
    <Column>
      <Text className={styles.words}>
        Reviewers: <PersonName name={reviewersWords(asks, nameOf)} />. Microsoft Graph doesn&apos;t
        say which items each reviewer can decide, so only their decisions are counted.
        {!complete && " Not all decisions have been read, so they aren't counted yet."}
      </Text>
      {review.stages.length > 1 && (
        <InstanceStages reviewId={review.id} instance={instance} nameOf={nameOf} />
      )}
      {contacted.isError && (
        <GraphFailureCard
          error={contacted.error}
          what="who was asked"
          notDone="Only those who decided something are shown."
          scopes={SCOPES_TO_READ_REVIEWS}
          onRetry={() => void contacted.refetch()}
        />
      )}
      {rows.length > 0 && (
        <VirtualGrid
          label="Reviewers"
          columns={COLUMNS}
          hiddenColumns={hidden}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowId={rowId}
          rowLabel={rowLabel}
        />
      )}
      {contacted.isSuccess && complete && rows.length === 0 && (
        <EmptyState icon={<PeopleRegular />} title="No reviewers were asked">
          The groups have no owner, or the instance hasn&apos;t started. Undecided guests follow the
          settings of the review.
        </EmptyState>
      )}
    </Column>
  );
}
