"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import { ITEM_DECISIONS, type ReviewItem } from "@/lib/domain/reviews/review";
import { FilterSelect, type FilterOption } from "@/components/list/filter-select";
import {
  applyResultWord,
  decisionWord,
  recommendationWord,
} from "@/components/entries/review-item-labels";
import { SearchText } from "@/components/list/search-text";
import { APPLY_RESULTS, decidersIn, type ItemQuery, NOBODY, RECOMMENDATIONS } from "./item-query";
import type { ChangeItems } from "./use-item-query";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    flexShrink: 0,
    minWidth: 0,
    gap: tokens.spacingHorizontalS,
    alignItems: "center",
  },
});

/** The words that there are, with how many items have each; what nobody has is left out, unless it is chosen. */
function optionsFor(
  items: readonly ReviewItem[],
  words: readonly string[],
  of: (item: ReviewItem) => string | null,
  wordOf: (value: string) => string,
): FilterOption[] {
  const counts = new Map<string, number>(words.map((word) => [word, 0]));
  for (const item of items) {
    const value = of(item);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, word: wordOf(value), count }));
}

function reviewerOptions(items: readonly ReviewItem[]): FilterOption[] {
  const deciders = decidersIn(items);
  const nobody = items.length - deciders.reduce((sum, { count }) => sum + count, 0);
  return [
    { value: NOBODY, word: "Nobody", count: nobody },
    ...deciders.map(({ id, name, count }) => ({ value: id, word: name, count })),
  ];
}

interface ItemFiltersProps {
  readonly items: readonly ReviewItem[];
  readonly query: ItemQuery;
  readonly change: ChangeItems;
}

/** Finds items by name, and narrows them by what was decided, recommended and applied, and by whom. */
export function ItemFilters({ items, query, change }: ItemFiltersProps) {
  const styles = useStyles();
  const options = useMemo(
    () => ({
      decision: optionsFor(items, ITEM_DECISIONS, (item) => item.decision, decisionWord),
      recommendation: optionsFor(
        items,
        RECOMMENDATIONS,
        (item) => item.recommendation,
        recommendationWord,
      ),
      reviewer: reviewerOptions(items),
      applied: optionsFor(items, APPLY_RESULTS, (item) => item.applyResult, applyResultWord),
    }),
    [items],
  );
  const onSearch = useCallback((q: string | null) => void change({ q }), [change]);
  return (
    <div role="search" aria-label="Filter the decisions" className={styles.row}>
      <SearchText
        label="Search decisions"
        placeholder="Guest or resource"
        text={query.text}
        onSearch={onSearch}
      />
      <FilterSelect
        label="Decision"
        any="Any decision"
        value={query.decision}
        options={options.decision}
        onChange={(decision) => void change({ decision })}
      />
      <FilterSelect
        label="Recommendation"
        any="Any recommendation"
        value={query.recommendation}
        options={options.recommendation}
        onChange={(recommendation) => void change({ recommendation })}
      />
      <FilterSelect
        label="Decided by"
        any="Decided by anybody"
        value={query.reviewer}
        options={options.reviewer}
        onChange={(reviewer) => void change({ reviewer })}
      />
      <FilterSelect
        label="Applied"
        any="Applied or not"
        value={query.applied}
        options={options.applied}
        onChange={(applied) => void change({ applied })}
      />
    </div>
  );
}
