"use client";

import { numberText } from "@/lib/domain/number-text";
import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import type { Decisions } from "@/components/inbox/answer";
import { FilterSelect } from "@/components/list/filter-select";
import { decisionWord, recommendationWord } from "@/components/entries/review-item-labels";
import { SearchText } from "@/components/list/search-text";
import type { Decision } from "@/lib/domain/reviews/plan-answers";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import {
  DECISION_FILTERS,
  countItems,
  type ItemQuery,
  RECOMMENDATION_FILTERS,
} from "@/lib/domain/reviews/select-items";
import { factsOf } from "./review-inbox";
import type { ChangeAddress } from "./use-mine-address";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    minWidth: 0,
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

const recommendationName = (recommendation: (typeof RECOMMENDATION_FILTERS)[number]) =>
  recommendationWord(recommendation === "none" ? null : recommendation);

interface ItemFiltersProps {
  readonly query: ItemQuery;
  readonly items: readonly ReviewItem[];
  readonly decisions: Decisions<ReviewItem, Decision>;
  readonly change: ChangeAddress;
}

/** Finds items, and narrows them by decision and recommendation. */
export function ItemFilters({ query, items, decisions, change }: ItemFiltersProps) {
  const styles = useStyles();
  const counts = useMemo(() => countItems(items, factsOf(decisions)), [items, decisions]);
  const onSearch = useCallback((q: string | null) => void change({ q }), [change]);
  const chosen = query.recommendations[0] ?? null;
  return (
    <div role="search" aria-label="Filter the items" className={styles.row}>
      <SearchText
        label="Search items"
        placeholder="Guest, address or resource"
        text={query.text}
        onSearch={onSearch}
      />
      <FilterSelect
        label="Recommendation"
        any="Any recommendation"
        value={chosen}
        options={RECOMMENDATION_FILTERS.map((value) => ({
          value,
          word: recommendationName(value),
          count: counts.recommended[value],
        }))}
        onChange={(value) => {
          const recommendation = RECOMMENDATION_FILTERS.filter((each) => each === value);
          void change({ recommendation });
        }}
      />
      <div role="group" aria-label="My decision" className={styles.row}>
        {DECISION_FILTERS.map((decision) => {
          const pressed = query.decisions.includes(decision);
          return (
            <ToggleButton
              key={decision}
              size="small"
              shape="circular"
              checked={pressed}
              onClick={() => {
                const without = query.decisions.filter((other) => other !== decision);
                void change({ decision: pressed ? without : [...without, decision] });
              }}
            >
              {decisionWord(decision)} ({numberText(counts.decided[decision])})
            </ToggleButton>
          );
        })}
        {(counts.notAccepted > 0 || query.notAccepted) && (
          <ToggleButton
            size="small"
            shape="circular"
            checked={query.notAccepted}
            onClick={() => {
              void change({ refused: !query.notAccepted });
            }}
          >
            Not accepted ({numberText(counts.notAccepted)})
          </ToggleButton>
        )}
      </div>
    </div>
  );
}
