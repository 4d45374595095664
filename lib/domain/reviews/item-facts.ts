import { folded } from "../match-text";
import type { ItemDecision, ReviewItem } from "./review";

/** In the order of the filter, and in which a list sorted by decision begins. */
export const DECISION_FILTERS = ["NotReviewed", "Approve", "Deny", "DontKnow"] as const;

/** In the order of the filter; "none" also stands for what is recommended without information. */
export const RECOMMENDATION_FILTERS = ["Deny", "Approve", "none"] as const;
export type RecommendationFilter = (typeof RECOMMENDATION_FILTERS)[number];

/** What is recommended for an item, where that is something. */
export function recommendationOf({ recommendation }: ReviewItem): RecommendationFilter {
  return recommendation === "Approve" || recommendation === "Deny" ? recommendation : "none";
}

/** By whom an item can be decided, for the person who looks at it. */
export const DECIDER_FILTERS = ["me", "others"] as const;
export type Decider = (typeof DECIDER_FILTERS)[number];

/** How items are decided by now and by whom, and whose last answer was not accepted. */
export interface ItemDecisions {
  readonly decisionOf: (item: ReviewItem) => ItemDecision;
  /** Null while nobody has decided, and where the settings of the review did. */
  readonly deciderOf: (item: ReviewItem) => Decider | null;
  readonly isNotAccepted: (item: ReviewItem) => boolean;
}

interface DecisionFilter {
  /** Empty for any. */
  readonly decision?: readonly ItemDecision[];
  /** Null for any. */
  readonly by?: Decider | null;
  /** Only those whose last answer was not accepted. */
  readonly refused?: boolean;
}

/** Whether an item is in the part of the filter that changes while a reviewer decides. */
export function matchesDecision(
  item: ReviewItem,
  { decision = [], by = null, refused = false }: DecisionFilter,
  { decisionOf, deciderOf, isNotAccepted }: ItemDecisions,
): boolean {
  return (
    (decision.length === 0 || decision.includes(decisionOf(item))) &&
    (by === null || deciderOf(item) === by) &&
    (!refused || isNotAccepted(item))
  );
}

/** The address within a guest's user name: https://learn.microsoft.com/entra/external-id/user-properties */
function addressIn(userPrincipalName: string): string {
  const own = userPrincipalName.split("#ext#", 1).join("");
  const at = own.lastIndexOf("_");
  return own === userPrincipalName || at < 0 ? "" : `${own.slice(0, at)}@${own.slice(at + 1)}`;
}

const texts = new WeakMap<ReviewItem, string>();

/** What a search for an item looks in: its guest, their addresses and its resource. Folded once, since there are many. */
export function searchTextOf(item: ReviewItem): string {
  const { principal, resource } = item;
  let text = texts.get(item);
  if (text === undefined) {
    const name = folded(principal.userPrincipalName ?? "");
    const words = [principal.displayName, resource?.displayName].map((word) => folded(word ?? ""));
    text = [...words, name, addressIn(name)].join("\n");
    texts.set(item, text);
  }
  return text;
}

/** What all of these give access to, where it is one thing; null where it is many, or nobody said. */
export function resourceOf(items: readonly ReviewItem[]): string | null {
  const first = items[0]?.resource ?? null;
  if (first === null || items.some(({ resource }) => resource?.id !== first.id)) return null;
  return first.displayName ?? first.id;
}

/** Everybody who decided something, with how many; the busiest first. */
export function decidersIn(
  items: readonly ReviewItem[],
): readonly { readonly id: string; readonly name: string; readonly count: number }[] {
  const deciders = new Map<string, { id: string; name: string; count: number }>();
  for (const { reviewedBy } of items) {
    if (reviewedBy === null) continue;
    const { id, displayName, userPrincipalName } = reviewedBy;
    const one = deciders.get(id) ?? { id, name: displayName ?? userPrincipalName ?? id, count: 0 };
    one.count += 1;
    deciders.set(id, one);
  }
  return [...deciders.values()].sort((one, other) => other.count - one.count);
}

/** The items of each instance, by its id. */
export function itemsByInstance(
  items: readonly ReviewItem[],
): ReadonlyMap<string, readonly ReviewItem[]> {
  const found = new Map<string, ReviewItem[]>();
  for (const item of items) {
    const others = found.get(item.instanceId);
    if (others === undefined) found.set(item.instanceId, [item]);
    else others.push(item);
  }
  return found;
}
