"use client";

import { Link, Text } from "@fluentui/react-components";
import { dollars, meteredCost } from "@/lib/domain/reviews/cost";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";

/** What Microsoft would bill for the guests of this review, or that it bills nothing. */
export function CostNote(props: {
  readonly draft: ReviewDraft;
  /** How many guests are in scope; null where that is not known. */
  readonly guests: number | null;
}) {
  const { says, perMonth, because, source } = meteredCost(props.draft, props.guests);
  return (
    <Text>
      {says}
      {because !== null && perMonth !== null && ` ${dollars(perMonth)} a month on average.`}{" "}
      <Link inline href={source} target="_blank" rel="noreferrer">
        How Microsoft bills guests
      </Link>
    </Text>
  );
}
