import { type SortValue, sortRows } from "@/components/list/sort-rows";
import { textMatcher } from "@/lib/domain/match-text";
import { ITEM_DECISIONS, type ReviewItem } from "@/lib/domain/reviews/review";

export const RECOMMENDATIONS = ["Approve", "Deny", "NoInfoAvailable"] as const;

export const APPLY_RESULTS = [
  "New",
  "AppliedSuccessfully",
  "ApplyNotSupported",
  "AppliedSuccessfullyButObjectNotFound",
  "AppliedWithUnknownFailure",
] as const;

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

export type ItemSort = (typeof ITEM_SORTS)[number];

/** Stands in the reviewer filter for what nobody decided. */
export const NOBODY = "nobody";

/** What a person asks of the items of an instance; null means any. */
export interface ItemQuery {
  readonly text: string;
  readonly decision: string | null;
  readonly recommendation: string | null;
  /** Id of who decided, or `NOBODY`. */
  readonly reviewer: string | null;
  readonly applied: string | null;
  readonly sort: { readonly by: ItemSort; readonly descending: boolean };
}

/** Whether a search or a filter keeps something out of the list. */
export const narrowsItems = ({ text, decision, recommendation, reviewer, applied }: ItemQuery) =>
  text !== "" || [decision, recommendation, reviewer, applied].some((chosen) => chosen !== null);

const given = (wanted: string | null, value: string | null) => wanted === null || wanted === value;

/** The items that match, in the order in which they are given. */
export function filterItems(items: readonly ReviewItem[], query: ItemQuery): readonly ReviewItem[] {
  if (!narrowsItems(query)) return items;
  const matches = textMatcher(query.text);
  return items.filter(
    (item) =>
      given(query.decision, item.decision) &&
      given(query.recommendation, item.recommendation) &&
      given(query.reviewer, item.reviewedBy?.id ?? NOBODY) &&
      given(query.applied, item.applyResult) &&
      matches(
        item.principal.displayName,
        item.principal.userPrincipalName,
        item.resource?.displayName ?? null,
      ),
  );
}

/** Undecided first: that is what people look for. */
const DECISION_ORDER = new Map<string, number>(
  [...ITEM_DECISIONS].reverse().map((word, place) => [word, place]),
);

function valueOf(item: ReviewItem, by: ItemSort): SortValue {
  switch (by) {
    case "guest":
      return item.principal.displayName ?? item.principal.id;
    case "resource":
      return item.resource?.displayName ?? null;
    case "decision":
      return DECISION_ORDER.get(item.decision) ?? DECISION_ORDER.size;
    case "recommendation":
      return item.recommendation;
    case "last-sign-in":
      if (item.lastSignIn === undefined) return null;
      // Who never signed in did so longest ago.
      return item.lastSignIn ?? -Infinity;
    case "reviewer":
      return item.reviewedBy?.displayName ?? null;
    case "reviewed":
      return item.reviewedAt;
    case "applied":
      return item.applyResult;
  }
}

/** The items in an order; those that are alike stay as Graph gave them. */
export function sortItems(
  items: readonly ReviewItem[],
  { by, descending }: ItemQuery["sort"],
): readonly ReviewItem[] {
  return sortRows(items, (item) => valueOf(item, by), descending);
}

/** Everybody who decided something, with how many; the busiest first. */
export function decidersIn(
  items: readonly ReviewItem[],
): readonly { readonly id: string; readonly name: string; readonly count: number }[] {
  const found = new Map<string, { id: string; name: string; count: number }>();
  for (const { reviewedBy } of items) {
    if (reviewedBy === null) continue;
    const { id, displayName, userPrincipalName } = reviewedBy;
    const known = found.get(id) ?? { id, name: displayName ?? userPrincipalName ?? id, count: 0 };
    known.count += 1;
    found.set(id, known);
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}
