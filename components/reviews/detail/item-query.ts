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

const searched = ({ principal, resource }: ReviewItem) =>
  [principal.displayName, principal.userPrincipalName, resource?.displayName]
    .map((text) => text ?? "")
    .join("\n")
    .toLowerCase();

const given = (wanted: string | null, value: string | null) => wanted === null || wanted === value;

/** The items that match, in the order in which they are given. */
export function filterItems(items: readonly ReviewItem[], query: ItemQuery): readonly ReviewItem[] {
  if (!narrowsItems(query)) return items;
  const text = query.text.trim().toLowerCase();
  return items.filter(
    (item) =>
      given(query.decision, item.decision) &&
      given(query.recommendation, item.recommendation) &&
      given(query.reviewer, item.reviewedBy?.id ?? NOBODY) &&
      given(query.applied, item.applyResult) &&
      (text === "" || searched(item).includes(text)),
  );
}

/** One for all: making a collator for each comparison is what makes sorting slow. */
const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** Undecided first: that is what people look for. */
const DECISION_ORDER = new Map<string, number>(
  [...ITEM_DECISIONS].reverse().map((word, place) => [word, place]),
);

function keyOf(item: ReviewItem, by: ItemSort): string | number {
  switch (by) {
    case "guest":
      return item.principal.displayName ?? item.principal.id;
    case "resource":
      return item.resource?.displayName ?? "";
    case "decision":
      return DECISION_ORDER.get(item.decision) ?? DECISION_ORDER.size;
    case "recommendation":
      return item.recommendation ?? "";
    case "last-sign-in":
      return item.lastSignIn ?? -Infinity;
    case "reviewer":
      return item.reviewedBy?.displayName ?? "";
    case "reviewed":
      return item.reviewedAt ?? -Infinity;
    case "applied":
      return item.applyResult;
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one === other ? 0 : one - other;
  return collator.compare(`${one}`, `${other}`);
}

/** The items in an order; those that are alike stay as Graph gave them. */
export function sortItems(
  items: readonly ReviewItem[],
  { by, descending }: ItemQuery["sort"],
): readonly ReviewItem[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item, by) }));
  const sign = descending ? -1 : 1;
  return keyed.sort((one, other) => sign * compare(one.key, other.key)).map(({ item }) => item);
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
