import { folded, wordsIn } from "../match-text";
import type { ItemDecision, ReviewItem } from "./review";

export const SORT_KEYS = [
  "guest",
  "access",
  "standing",
  "last-seen",
  "recommendation",
  "sponsor",
  "decision",
] as const;

export type SortKey = (typeof SORT_KEYS)[number];

export const RECOMMENDATION_FILTERS = ["Deny", "Approve", "none"] as const;
export type RecommendationFilter = (typeof RECOMMENDATION_FILTERS)[number];

/** In the order of the filter, and in which a list sorted by decision begins. */
export const DECISION_FILTERS = ["NotReviewed", "Approve", "Deny", "DontKnow"] as const;

/** A reviewer's filter and order of the items; empty lists mean "any". */
export interface ItemQuery {
  readonly text: string;
  readonly decisions: readonly ItemDecision[];
  readonly recommendations: readonly RecommendationFilter[];
  /** Only those whose last answer was not accepted. */
  readonly notAccepted: boolean;
  readonly sort: { readonly by: SortKey; readonly descending: boolean };
}

/** What the list needs to know of an item besides the item itself. */
export interface ItemFacts {
  readonly decisionOf: (item: ReviewItem) => ItemDecision;
  readonly isNotAccepted: (item: ReviewItem) => boolean;
  /** Places of the guests in the order that is sorted by, where the tab's list of guests knows it. */
  readonly places: ReadonlyMap<string, number> | null;
}

export function recommendationOf({ recommendation }: ReviewItem): RecommendationFilter {
  return recommendation === "Approve" || recommendation === "Deny" ? recommendation : "none";
}

interface Words {
  readonly guest: string;
  readonly access: string;
  readonly searched: string;
}

const words = new WeakMap<ReviewItem, Words>();

/** The address within a guest's user name: https://learn.microsoft.com/entra/external-id/user-properties */
function addressIn(userPrincipalName: string): string {
  const own = userPrincipalName.split("#ext#", 1).join("");
  const at = own.lastIndexOf("_");
  return own === userPrincipalName || at < 0 ? "" : `${own.slice(0, at)}@${own.slice(at + 1)}`;
}

function wordsOf(item: ReviewItem): Words {
  const before = words.get(item);
  if (before !== undefined) return before;
  const guest = folded(item.principal.displayName ?? "");
  const access = folded(item.resource?.displayName ?? "");
  const name = folded(item.principal.userPrincipalName ?? "");
  const made = { guest, access, searched: [guest, access, name, addressIn(name)].join("\n") };
  words.set(item, made);
  return made;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const orders = new WeakMap<readonly ReviewItem[], readonly ReviewItem[]>();

/** The items by name; sorted once, since every other order keeps this one where it says nothing. */
function byGuest(items: readonly ReviewItem[]): readonly ReviewItem[] {
  const before = orders.get(items);
  if (before !== undefined) return before;
  const order = [...items].sort((one, other) => compare(wordsOf(one).guest, wordsOf(other).guest));
  orders.set(items, order);
  return order;
}

/** What an item is sorted by, as a number; null comes last in either direction. */
function ranking(
  by: Exclude<SortKey, "guest">,
  items: readonly ReviewItem[],
  { decisionOf, places }: ItemFacts,
): (item: ReviewItem) => number | null {
  switch (by) {
    case "access": {
      const names = [...new Set(items.map((item) => wordsOf(item).access))].sort(compare);
      const ranks = new Map(names.map((name, rank) => [name, rank]));
      return (item) => ranks.get(wordsOf(item).access) ?? null;
    }
    case "recommendation":
      return (item) => RECOMMENDATION_FILTERS.indexOf(recommendationOf(item));
    case "decision":
      return (item) => DECISION_FILTERS.indexOf(decisionOf(item));
    case "standing":
    case "last-seen":
    case "sponsor":
      return ({ principal }) => places?.get(principal.id) ?? null;
  }
}

function inOrder(
  items: readonly ReviewItem[],
  { by, descending }: ItemQuery["sort"],
  facts: ItemFacts,
): readonly ReviewItem[] {
  if (by === "guest") return descending ? [...items].reverse() : items;
  const rankOf = ranking(by, items, facts);
  const ranked = items.map((item) => ({ item, rank: rankOf(item) }));
  const direction = descending ? -1 : 1;
  return ranked
    .sort(({ rank: one }, { rank: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return direction * (one - other);
    })
    .map(({ item }) => item);
}

/** The items that match, in the order that is asked for. */
export function selectItems(
  items: readonly ReviewItem[],
  query: ItemQuery,
  facts: ItemFacts,
): readonly ReviewItem[] {
  const searchWords = wordsIn(query.text);
  const { recommendations, sort } = query;
  const matching = byGuest(items).filter(
    (item) =>
      matchesDecision(item, query, facts) &&
      (recommendations.length === 0 || recommendations.includes(recommendationOf(item))) &&
      searchWords.every((word) => wordsOf(item).searched.includes(word)),
  );
  return inOrder(matching, sort, facts);
}

/** Whether an item is in the part of the filter that changes while a reviewer decides. */
export function matchesDecision(
  item: ReviewItem,
  { decisions, notAccepted }: Pick<ItemQuery, "decisions" | "notAccepted">,
  facts: Pick<ItemFacts, "decisionOf" | "isNotAccepted">,
): boolean {
  return (
    (decisions.length === 0 || decisions.includes(facts.decisionOf(item))) &&
    (!notAccepted || facts.isNotAccepted(item))
  );
}

export interface ItemCounts {
  readonly decided: Readonly<Record<ItemDecision, number>>;
  readonly recommended: Readonly<Record<RecommendationFilter, number>>;
  readonly notAccepted: number;
}

/** How many items stand how, whatever is filtered. */
export function countItems(
  items: readonly ReviewItem[],
  facts: Pick<ItemFacts, "decisionOf" | "isNotAccepted">,
): ItemCounts {
  const decided = { NotReviewed: 0, Approve: 0, Deny: 0, DontKnow: 0 };
  const recommended = { Approve: 0, Deny: 0, none: 0 };
  let notAccepted = 0;
  for (const item of items) {
    decided[facts.decisionOf(item)] += 1;
    recommended[recommendationOf(item)] += 1;
    if (facts.isNotAccepted(item)) notAccepted += 1;
  }
  return { decided, recommended, notAccepted };
}

/** What all of these give access to, where it is one thing; null where it is many, or nobody said. */
export function resourceOf(items: readonly ReviewItem[]): string | null {
  const first = items[0]?.resource ?? null;
  if (first === null || items.some(({ resource }) => resource?.id !== first.id)) return null;
  return first.displayName ?? first.id;
}
