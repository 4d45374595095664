import { filterRows, type RowRules, sortBy } from "@/components/list/select-rows";
import type { ListSort } from "@/components/list/use-list-state";
import { ITEM_DECISIONS, type ReviewItem } from "@/lib/domain/reviews/review";

export const ITEM_SORTS = [
  "guest",
  "resource",
  "decision",
  "recommendation",
  "last-sign-in",
  "reviewer",
  "reviewed",
  "applied",
] as const;

/** Stands in the reviewer filter for what nobody decided. */
export const NOBODY = "nobody";

export interface ItemFilters {
  readonly decision: string | null;
  readonly recommendation: string | null;
  /** Id of who decided, or `NOBODY`. */
  readonly reviewer: string | null;
  readonly applied: string | null;
}

/** Undecided first: that is what people look for. */
const DECISION_ORDER = new Map<string, number>(
  [...ITEM_DECISIONS].reverse().map((word, place) => [word, place]),
);

const RULES: RowRules<ReviewItem, ItemFilters, (typeof ITEM_SORTS)[number]> = {
  texts: ({ principal, resource }) => [
    principal.displayName,
    principal.userPrincipalName,
    resource?.displayName ?? null,
  ],
  filters: {
    decision: (item, decision) => item.decision === decision,
    recommendation: (item, recommendation) => item.recommendation === recommendation,
    reviewer: ({ reviewedBy }, reviewer) => (reviewedBy?.id ?? NOBODY) === reviewer,
    applied: ({ applyResult }, applied) => applyResult === applied,
  },
  sortValues: {
    guest: ({ principal }) => principal.displayName ?? principal.id,
    resource: ({ resource }) => resource?.displayName ?? null,
    decision: ({ decision }) => DECISION_ORDER.get(decision) ?? DECISION_ORDER.size,
    recommendation: ({ recommendation }) => recommendation,
    // Who never signed in did so longest ago; where the service says nothing it is not known.
    "last-sign-in": ({ lastSignIn }) =>
      lastSignIn === undefined ? null : (lastSignIn ?? -Infinity),
    reviewer: ({ reviewedBy }) => reviewedBy?.displayName ?? null,
    reviewed: ({ reviewedAt }) => reviewedAt,
    applied: ({ applyResult }) => applyResult,
  },
};

/** The items sorted; those that are alike stay as Graph gave them. */
export function sortItems(items: readonly ReviewItem[], sort: ListSort | null) {
  return sortBy(items, sort, RULES);
}

/** The items that match, in the order in which they are given. */
export function filterItems(
  items: readonly ReviewItem[],
  query: { readonly text: string; readonly filters: ItemFilters },
) {
  return filterRows(items, query, RULES);
}
