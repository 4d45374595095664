import { decisionWord, recommendationWord } from "@/components/entries/review-item-labels";
import { facetOptions } from "@/components/list/facet-options";
import { type RowRules, selectRows } from "@/components/list/select-rows";
import { sortRows } from "@/components/list/sort-rows";
import type { ListState } from "@/components/list/use-list-state";
import {
  DECISION_FILTERS,
  type Decider,
  DECIDER_FILTERS,
  type ItemDecisions,
  matchesDecision,
  RECOMMENDATION_FILTERS,
  type RecommendationFilter,
  recommendationOf,
  searchTextOf,
} from "@/lib/domain/reviews/item-facts";
import type { ItemDecision, ReviewItem } from "@/lib/domain/reviews/review";

export const ITEM_SORTS = [
  "guest",
  "access",
  "standing",
  "last-seen",
  "recommendation",
  "sponsor",
  "decision",
] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];

interface ItemFilters {
  readonly decision: ItemDecision[];
  readonly by: Decider | null;
  readonly recommendation: RecommendationFilter | null;
  /** Only those whose last answer was not accepted. */
  readonly refused: boolean;
}

export type MyItemList = ListState<ItemFilters, ItemSort>;
export type ItemQuery = Pick<MyItemList, "text" | "filters" | "sort">;

interface ItemFacts extends ItemDecisions {
  /** Places of the guests in the order that is sorted by, where the tab's list of guests knows it. */
  readonly places: ReadonlyMap<string, number> | null;
}

const guestOf = ({ principal }: ReviewItem) => principal.displayName ?? principal.id;

function rulesFor(facts: ItemFacts): RowRules<ReviewItem, ItemFilters, ItemSort> {
  const placeOf = ({ principal }: ReviewItem) => facts.places?.get(principal.id) ?? null;
  return {
    texts: (item) => [searchTextOf(item)],
    filters: {
      decision: (item, decisions) => matchesDecision(item, { decision: decisions }, facts),
      by: (item, by) => matchesDecision(item, { by }, facts),
      recommendation: (item, recommendation) => recommendationOf(item) === recommendation,
      refused: (item, refused) => matchesDecision(item, { refused }, facts),
    },
    sortValues: {
      guest: guestOf,
      access: ({ resource }) => resource?.displayName ?? null,
      recommendation: (item) => RECOMMENDATION_FILTERS.indexOf(recommendationOf(item)),
      decision: (item) => DECISION_FILTERS.indexOf(facts.decisionOf(item)),
      standing: placeOf,
      "last-seen": placeOf,
      sponsor: placeOf,
    },
  };
}

const orders = new WeakMap<readonly ReviewItem[], readonly ReviewItem[]>();

/** The items by name; sorted once, since every other order keeps this one where it says nothing. */
function byGuest(items: readonly ReviewItem[]): readonly ReviewItem[] {
  const order = orders.get(items) ?? sortRows(items, guestOf, false);
  orders.set(items, order);
  return order;
}

/** The items that match, in their order. */
export function selectItems(items: readonly ReviewItem[], query: ItemQuery, facts: ItemFacts) {
  return selectRows(byGuest(items), query, rulesFor(facts));
}

/** The choices of the filters with how many items each has, whatever is filtered. */
export function itemFacets(
  items: readonly ReviewItem[],
  { decisionOf, deciderOf, isNotAccepted }: ItemDecisions,
) {
  return {
    decision: facetOptions(items, DECISION_FILTERS, decisionOf, decisionWord),
    by: facetOptions(items, DECIDER_FILTERS, deciderOf, (by) =>
      by === "me" ? "Decided by me" : "Decided by others",
    ),
    recommendation: facetOptions(items, RECOMMENDATION_FILTERS, recommendationOf, (each) =>
      recommendationWord(each === "none" ? null : each),
    ),
    notAccepted: items.filter(isNotAccepted).length,
  };
}
