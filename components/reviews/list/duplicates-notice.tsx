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
import { type Answers, answersIn, answersWord, begunOf, mayHoldAnswers } from "./double-answers";
import type { ReviewRow } from "./review-query";

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const ordinal = (index: number) => ORDINALS[index] ?? `${index + 1}th`;
const TIMES = ["", "", "twice", "three times", "four times"];

interface DuplicateNoticeProps {
  readonly group: DuplicateReviews<Review>;
  /** Whether the history names the one that is original. */
  readonly named: boolean;
  readonly answersOf: (review: Review) => Answers;
  /** The answers are being counted: nothing is offered before that is done. */
  readonly counting: boolean;
}

/** What there is of a review that was made twice, and the way to delete what is too many; a person decides it. */
function DuplicateNotice({ group, named, answersOf, counting }: DuplicateNoticeProps) {
  const router = useRouter();
  const whyNot = useMayExecute()("delete-review");
  const { original, duplicates } = group;
  const made = inOrderOfAge([original, ...duplicates]);
  const place = (review: Review) => ordinal(made.indexOf(review));
  const contested = duplicates.filter((review) => mayHoldAnswers(answersOf(review)));
  // Where answers would be lost with it, either may be the one to go.
  const offered = counting ? [] : contested.length > 0 ? made : duplicates;
  const times = TIMES[made.length] ?? `${made.length} times`;
  return (
    <Notice
      intent="warning"
      title={`One request made “${plainText(original.name)}” ${times}`}
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
      It was repeated on its way; what was planned is one review, and each of these asks the
      reviewers.{" "}
      {contested.length > 0 && !counting
        ? `The ${contested.map(place).join(" and the ")} may hold answers, which would go with it: look at all of them, and choose.`
        : `The ${place(original)} is ${named ? "the one that the history names" : "the one to keep: the history names none"}.`}
      <PlainList>
        {made.map((review) => (
          <li key={review.id}>
            <TextLink href={`/reviews/${review.id}`}>{`The ${place(review)}`}</TextLink>
            {review.createdAt !== null && (
              <>
                , made <Moment at={review.createdAt} as="full" />
              </>
            )}
            {!counting && `: ${answersWord(answersOf(review))}`}
            {named && review === original && "; the history names it"}
          </li>
        ))}
      </PlainList>
    </Notice>
  );
}

/** Says which reviews one request made several times, whenever that is seen; nothing is deleted by itself here. */
export function DuplicatesNotice({ rows }: { readonly rows: readonly ReviewRow[] }) {
  const twice = useMemo(() => groupByRepeatedMarker(rows.map(({ review }) => review)), [rows]);
  const marked = useMemo(() => twice.flatMap(({ marked }) => marked), [twice]);
  const makers = useCreatedReviewIds(twice.map(({ operationId }) => operationId));
  const instancesOf = useMemo(
    () => new Map(rows.map(({ review, instances }) => [review.id, instances])),
    [rows],
  );
  const refs = marked.flatMap(({ id: reviewId }) =>
    (begunOf(instancesOf.get(reviewId) ?? null) ?? []).map(({ id }) => ({
      reviewId,
      instanceId: id,
    })),
  );
  const counted = useProgressOfMany(refs);
  return findDuplicateReviews(marked, makers).map((group) => (
    <DuplicateNotice
      key={group.operationId}
      group={group}
      named={makers.get(group.operationId) !== null}
      answersOf={({ id }) => answersIn(instancesOf.get(id) ?? null, counted.data)}
      counting={counted.isLoading}
    />
  ));
}
