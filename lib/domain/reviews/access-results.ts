import { type AccessRequest, type AccessShown, reconcile } from "@/lib/domain/reviews/reconcile";
import type { NotAppliedReason, ReviewResult } from "@/lib/domain/reviews/result";
import type { Review, ReviewInstance, ReviewItem } from "@/lib/domain/reviews/review";

/** One item of an instance that has ended, compared with what the directory shows now. */
export interface ResultLine {
  readonly item: ReviewItem;
  readonly access: ReviewResult["access"];
  readonly notApplied: NotAppliedReason | null;
}

/** The group that an item is about; null where it is about something else. */
export const groupOf = ({ resource }: Pick<ReviewItem, "resource">): string | null =>
  resource?.type === "Group" ? resource.id : null;

/** Whom the directory has to be asked about, and in which groups. */
export function accessRequestsOf(items: readonly ReviewItem[]): readonly AccessRequest[] {
  const groupsOf = new Map<string, Set<string>>();
  for (const item of items) {
    const groups = groupsOf.get(item.principal.id) ?? new Set();
    groupsOf.set(item.principal.id, groups);
    const group = groupOf(item);
    if (group !== null) groups.add(group);
  }
  return [...groupsOf].map(([userId, groups]) => ({ userId, groupIds: [...groups] }));
}

/** Every item with what became of its access. */
export function resultLines(
  review: Pick<Review, "settings">,
  instance: ReviewInstance,
  items: readonly ReviewItem[],
  shown: (groupId: string | null, guestId: string) => AccessShown,
): readonly ResultLine[] {
  return items.map((item) => ({
    item,
    ...reconcile(item, instance, review.settings, shown(groupOf(item), item.principal.id)),
  }));
}

export interface ResultCounts {
  readonly denied: number;
  /** Denied, and the access or the account is gone. */
  readonly gone: number;
  /** Denied, and the access is still there. */
  readonly left: number;
  /** Denied, and nobody could look. */
  readonly unread: number;
}

/** How many were denied, and what became of them. */
export function countResults(lines: readonly ResultLine[]): ResultCounts {
  const denied = lines.filter(({ item }) => item.decision === "Deny");
  const count = (...outcomes: readonly ReviewResult["access"][]) =>
    denied.filter(({ access }) => outcomes.includes(access)).length;
  return {
    denied: denied.length,
    gone: count("gone", "account-gone"),
    left: count("still-there"),
    unread: count("unread"),
  };
}

/** What would end an access that a review denied and left. */
export type Remedy = "apply" | "wait" | "leave-group" | "leave-inner-groups" | "account";

/** The plan that would do it; where the membership cannot be changed at all, only the account is left. */
export function remedyFor(reason: NotAppliedReason): Remedy {
  switch (reason) {
    case "not-auto-applied":
      return "apply";
    case "applying":
      return "wait";
    case "nested-group":
      return "leave-inner-groups";
    case "added-again":
    case "failed":
    case "not-known":
      return "leave-group";
    case "dynamic-group":
    case "synced-group":
    case "mail-enabled-group":
    case "through-group":
    case "account-there":
      return "account";
  }
}
