"use client";

import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useMayExecute } from "@/components/plan/use-may-execute";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { plainText } from "@/components/ui/plain-text";
import { PlainList } from "@/components/ui/section";
import {
  type DuplicateReviews,
  findDuplicateReviews,
  inOrderOfAge,
  groupByRepeatedMarker,
} from "@/lib/domain/reviews/duplicate-reviews";
import type { Review } from "@/lib/domain/reviews/review";
import { useCreatedReviewIds } from "@/lib/queries/created-reviews";
import { useProgressOfMany } from "@/lib/queries/reviews-progress";
import { CommandButton } from "@/components/ui/command-button";
import { TextLink } from "@/components/ui/text-link";
import {
  type Answers,
  answersIn,
  answersLabel,
  begunInstances,
  mayHoldAnswers,
} from "@/lib/domain/reviews/duplicate-answers";
import type { ReviewRow } from "@/lib/queries/use-review-rows";

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const ordinal = (index: number) => ORDINALS[index] ?? `${index + 1}th`;
const TIMES = ["", "", "twice", "three times", "four times"];

interface DuplicateNoticeProps {
  readonly group: DuplicateReviews<Review>;
  readonly answersOf: (review: Review) => Answers;
  /** The answers are being counted: nothing is offered before that is done. */
  readonly counting: boolean;
}

/** The reviews that one request created several times, and the way to delete the duplicates; a person decides it. */
function DuplicateNotice({ group, answersOf, counting }: DuplicateNoticeProps) {
  const router = useRouter();
  const whyNot = useMayExecute()("delete-review");
  const { original, duplicates, namedBy } = group;
  const made = inOrderOfAge([original, ...duplicates]);
  const place = (review: Review) => ordinal(made.indexOf(review));
  const contested = duplicates.filter((review) => mayHoldAnswers(answersOf(review)));
  // Where answers would be lost with it, either may be the one to go.
  const offered = counting || namedBy === "unread" ? [] : contested.length > 0 ? made : duplicates;
  const times = TIMES[made.length] ?? `${made.length} times`;
  return (
    <Notice
      intent="warning"
      title={`One request created “${plainText(original.name)}” ${times}`}
      actions={offered.map((review) => (
        <CommandButton
          key={review.id}
          size="medium"
          whyNot={whyNot}
          onClick={() => {
            router.push(`/reviews/${review.id}?do=delete-review`);
          }}
        >
          {`Delete the ${place(review)}`}
        </CommandButton>
      ))}
    >
      The request was repeated on the network. One review was planned, and each of these asks the
      reviewers.{" "}
      {namedBy === "unread"
        ? "The history couldn't be read, so it isn't known which of them it names, and none is offered to be deleted. Reload the page to try again."
        : contested.length > 0 && !counting
          ? `The ${contested.map(place).join(" and the ")} may hold answers, which would be deleted with it: open each of them, then choose.`
          : `The ${place(original)} is ${namedBy === "named" ? "the one that the history names" : "the one to keep: the history names none"}.`}
      <PlainList>
        {made.map((review) => (
          <li key={review.id}>
            <TextLink href={`/reviews/${review.id}`}>{`The ${place(review)}`}</TextLink>
            {review.createdAt !== null && (
              <>
                , created <Moment at={review.createdAt} as="full" />
              </>
            )}
            {!counting && `: ${answersLabel(answersOf(review))}`}
            {namedBy === "named" && review === original && "; the history names it"}
          </li>
        ))}
      </PlainList>
    </Notice>
  );
}

/** Says which reviews one request created several times; nothing is deleted automatically. */
export function DuplicatesNotice({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const twice = useMemo(() => groupByRepeatedMarker(rows.map(({ review }) => review)), [rows]);
  const marked = useMemo(() => twice.flatMap(({ marked }) => marked), [twice]);
  const creations = useCreatedReviewIds(twice.map(({ operationId }) => operationId));
  const instancesOf = useMemo(
    () => new Map(rows.map(({ review, instances }) => [review.id, instances])),
    [rows],
  );
  const refs = marked.flatMap(({ id: reviewId }) =>
    (begunInstances(instancesOf.get(reviewId) ?? null) ?? []).map(({ id }) => ({
      reviewId,
      instanceId: id,
    })),
  );
  const counted = useProgressOfMany(refs);
  return findDuplicateReviews(marked, creations).map((group) => (
    <DuplicateNotice
      key={group.operationId}
      group={group}
      answersOf={({ id }) => answersIn(instancesOf.get(id) ?? null, counted.data)}
      counting={counted.isLoading}
    />
  ));
}
