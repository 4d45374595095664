import type { AccessShown } from "@/lib/domain/reviews/reconcile";
import type { NotAppliedReason } from "@/lib/domain/reviews/result";
import type { ReviewSettings } from "@/lib/domain/reviews/review";
import { willItApply } from "@/lib/domain/reviews/will-it-apply";
import type { AccessLoss } from "./access-lost";
import { groupOf } from "./access-results";

/** What the end of an instance would do to each access that is denied by then. */
export interface ApplyForecast {
  readonly removed: readonly AccessLoss[];
  /** Denied, but Entra cannot take it away. */
  readonly retained: readonly (AccessLoss & { readonly why: NotAppliedReason })[];
  /** Denied, and not there any more anyway. */
  readonly alreadyGone: readonly AccessLoss[];
}

type Shown = (groupId: string | null, guestId: string) => AccessShown;

/** Says what applying does, from what the directory shows now. Access that could not be read counts as removed. */
export function forecastApply(
  losses: readonly AccessLoss[],
  applyAction: ReviewSettings["applyAction"],
  shown: Shown,
): ApplyForecast {
  const removed: AccessLoss[] = [];
  const retained: (AccessLoss & { why: NotAppliedReason })[] = [];
  const alreadyGone: AccessLoss[] = [];
  for (const each of losses) {
    const { membership, group } = shown(groupOf(each.item), each.item.principal.id);
    if (membership === "none") {
      // A guest who is deleted loses the account, whether or not they are in the group still.
      (applyAction === "block-then-delete" ? removed : alreadyGone).push(each);
      continue;
    }
    const why = whyRetained(applyAction, membership, group);
    if (why === null) removed.push(each);
    else retained.push({ ...each, why });
  }
  return { removed, retained, alreadyGone };
}

function whyRetained(
  applyAction: ReviewSettings["applyAction"],
  membership: AccessShown["membership"],
  group: AccessShown["group"],
): NotAppliedReason | null {
  if (applyAction === "block-then-delete") return null;
  const because = group === null ? null : willItApply(group, applyAction).because;
  return because ?? (membership === "nested" ? "nested-group" : null);
}
