"use client";

import { useMemo } from "react";
import type { Decisions } from "@/components/inbox/answer";
import { FilterBar } from "@/components/list/filter-bar";
import { FilterSelect } from "@/components/list/filter-select";
import { FilterToggle, FilterToggles } from "@/components/list/filter-toggles";
import {
  DECIDER_FILTERS,
  DECISION_FILTERS,
  RECOMMENDATION_FILTERS,
} from "@/lib/domain/reviews/item-facts";
import type { Decision } from "@/lib/domain/reviews/plan-answers";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { useServices } from "@/lib/services/services";
import { itemFacets, type MyItemList } from "./my-item-list";
import { factsOf } from "./review-inbox";

interface ItemFiltersProps {
  readonly list: MyItemList;
  readonly items: readonly ReviewItem[];
  readonly decisions: Decisions<ReviewItem, Decision>;
}

/** Finds items, and narrows them by decision and recommendation. */
export function ItemFilters({ list, items, decisions }: ItemFiltersProps) {
  const { userId: myId } = useServices().me;
  const facets = useMemo(
    () => itemFacets(items, factsOf(decisions, myId)),
    [items, decisions, myId],
  );
  const { decision, by, recommendation, refused } = list.filters;
  return (
    <FilterBar
      label="Filter the items"
      list={list}
      search={{ label: "Search items", placeholder: "Guest, address or resource" }}
    >
      <FilterSelect
        label="Recommendation"
        any="Any recommendation"
        value={recommendation}
        options={facets.recommendation}
        onChange={(value) => {
          const chosen = RECOMMENDATION_FILTERS.find((each) => each === value);
          list.filter({ recommendation: chosen ?? null });
        }}
      />
      <FilterSelect
        label="Decided by"
        any="Decided by anybody"
        value={by}
        options={facets.by}
        onChange={(value) => {
          list.filter({ by: DECIDER_FILTERS.find((each) => each === value) ?? null });
        }}
      />
      <FilterToggles
        label="Decision"
        options={facets.decision}
        values={decision}
        onChange={(values) => {
          list.filter({ decision: DECISION_FILTERS.filter((each) => values.includes(each)) });
        }}
      >
        {(facets.notAccepted > 0 || refused) && (
          <FilterToggle
            word="Not accepted"
            count={facets.notAccepted}
            isOn={refused}
            onToggle={() => {
              list.filter({ refused: !refused });
            }}
          />
        )}
      </FilterToggles>
    </FilterBar>
  );
}
