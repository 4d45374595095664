"use client";

import { useMemo, useRef, useState } from "react";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import type { SortKey as GuestSort } from "@/lib/inventory/inventory";
import { decidedAs, type GivenAnswer, isNotAccepted } from "./answer";
import {
  countItems,
  type ItemCounts,
  type ItemQuery,
  selectItems,
  type SortKey,
} from "./select-items";
import { useGuestPlaces } from "./use-guest-facts";

type Answers = ReadonlyMap<string, GivenAnswer>;

const OF_GUESTS: Readonly<Partial<Record<SortKey, GuestSort>>> = {
  standing: "standing",
  "last-seen": "last-seen",
  sponsor: "sponsor",
};

const factsOf = (answers: Answers) => ({
  decidedAs: (item: ReviewItem) => decidedAs(item, answers.get(item.id)),
  isNotAccepted: ({ id }: ReviewItem) => {
    const answer = answers.get(id);
    return answer !== undefined && isNotAccepted(answer.state);
  },
});

export interface Listed {
  readonly items: readonly ReviewItem[];
  readonly counts: ItemCounts;
  /** Rows that stay in view although the filter would leave them out by now. */
  readonly outgrown: number;
  readonly refresh: () => void;
}

/**
 * The items that match. An item that is decided meanwhile stays where it is until the filter changes or is asked for
 * anew: rows that leave under the eyes of a fast reviewer would take the place of what they look at.
 */
export function useListed(
  items: readonly ReviewItem[],
  query: ItemQuery,
  answers: Answers,
): Listed {
  const places = useGuestPlaces(OF_GUESTS[query.sort.by] ?? null);
  const [asked, setAsked] = useState(0);
  const latest = useRef(answers);
  latest.current = answers;
  const listed = useMemo(
    () => selectItems(items, query, { ...factsOf(latest.current), places }),
    // Answers alone do not move the rows; `asked` is the wish to see the list as it is now.
    [items, query, places, asked],
  );
  const counts = useMemo(() => countItems(items, factsOf(answers)), [items, answers]);
  const outgrown = useMemo(() => {
    const facts = factsOf(answers);
    const { decisions, notAccepted } = query;
    if (decisions.length === 0 && !notAccepted) return 0;
    return listed.filter(
      (item) =>
        (decisions.length > 0 && !decisions.includes(facts.decidedAs(item))) ||
        (notAccepted && !facts.isNotAccepted(item)),
    ).length;
  }, [listed, query, answers]);
  return {
    items: listed,
    counts,
    outgrown,
    refresh: () => {
      setAsked((before) => before + 1);
    },
  };
}
