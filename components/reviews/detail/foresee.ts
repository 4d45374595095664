import type { AccessShown } from "@/lib/domain/reviews/reconcile";
import type { NotAppliedReason } from "@/lib/domain/reviews/result";
import type { ReviewSettings } from "@/lib/domain/reviews/review";
import { willItApply } from "@/lib/domain/reviews/will-it-apply";
import type { Losing } from "./losing";
import { groupOf } from "./results";

/** What the end of an instance would do to each access that is denied by then. */
export interface Foreseen {
  readonly goes: readonly Losing[];
  /** Denied, but Entra cannot take it away. */
  readonly stays: readonly (Losing & { readonly why: NotAppliedReason })[];
  /** Denied, and not there any more anyway. */
  readonly goneAlready: readonly Losing[];
}

type Shown = (groupId: string | null, guestId: string) => AccessShown;

/** Foresees what applying does, from what the directory shows now. Where nothing could be read, access goes. */
export function foresee(
  losing: readonly Losing[],
  applyAction: ReviewSettings["applyAction"],
  shown: Shown,
): Foreseen {
  const goes: Losing[] = [];
  const stays: (Losing & { why: NotAppliedReason })[] = [];
  const goneAlready: Losing[] = [];
  for (const each of losing) {
    const { membership, group } = shown(groupOf(each.item), each.item.principal.id);
    if (membership === "none") {
      // A guest who is deleted loses the account, whether or not they are in the group still.
      (applyAction === "block-then-delete" ? goes : goneAlready).push(each);
      continue;
    }
    const why = whyItStays(applyAction, membership, group);
    if (why === null) goes.push(each);
    else stays.push({ ...each, why });
  }
  return { goes, stays, goneAlready };
}

function whyItStays(
  applyAction: ReviewSettings["applyAction"],
  membership: AccessShown["membership"],
  group: AccessShown["group"],
): NotAppliedReason | null {
  if (applyAction === "block-then-delete") return null;
  const because = group === null ? null : willItApply(group, applyAction).because;
  return because ?? (membership === "nested" ? "nested-group" : null);
}
