import type { Instant } from "../time";
import type { ReviewDraft } from "./draft";
import type { Membership } from "./in-scope";
import { seemsInactive } from "./inactivity";
import type { NotAppliedReason } from "./result";
import { willItApply } from "./will-it-apply";

/** Days without a sign-in after which Entra recommends Deny, unless a review says another number. */
export const LOOK_BACK_DAYS = 30;

export interface Unanswered {
  /** Guests who lose access. */
  readonly losing: readonly Membership[];
  /** Guests who may lose access: their sign-ins are unread or may change until then. */
  readonly mayLose: readonly Membership[];
  /** Denied, but Entra cannot take the access away. */
  readonly staying: readonly (Membership & { readonly because: NotAppliedReason })[];
  readonly keeping: number;
  /** It depends on sign-ins that could not be read. */
  readonly unknown: number;
  /** Computed from what is known today: the service recommends on what it sees when the review begins. */
  readonly isEstimate: boolean;
  /** False where somebody has to apply the result first. */
  readonly byItself: boolean;
}

/** Whether a review automatically removes access without a reviewer's decision. */
export function removesAccessAutomatically({
  autoApply,
  ifNobodyAnswers,
}: Pick<ReviewDraft["consequence"], "autoApply" | "ifNobodyAnswers">): boolean {
  return autoApply && (ifNobodyAnswers === "Deny" || ifNobodyAnswers === "Recommendation");
}

/** What happens to each membership in scope when no reviewer answers. */
export function whoLosesAccess(
  draft: ReviewDraft,
  memberships: readonly Membership[],
  on: Instant,
): Unanswered {
  const { applyAction, autoApply, ifNobodyAnswers } = draft.consequence;
  const losing: Membership[] = [];
  const mayLose: Membership[] = [];
  const staying: (Membership & { because: NotAppliedReason })[] = [];
  let [keeping, unknown] = [0, 0];
  for (const membership of memberships) {
    const denied = isDenied(draft, membership, on);
    const isOpen = denied !== false || ifNobodyAnswers === "Recommendation";
    if (isOpen && whyItStays(membership, applyAction) === null) mayLose.push(membership);
    if (denied === false) keeping += 1;
    else if (denied === null) unknown += 1;
    else {
      const because = whyItStays(membership, applyAction);
      if (because === null) losing.push(membership);
      else staying.push({ ...membership, because });
    }
  }
  const depends = "inactiveDays" in draft.scope && draft.scope.inactiveDays !== null;
  const isEstimate = ifNobodyAnswers === "Recommendation" || depends;
  return { losing, mayLose, staying, keeping, unknown, isEstimate, byItself: autoApply };
}

function isDenied(
  { consequence }: ReviewDraft,
  { guest, inScope }: Membership,
  on: Instant,
): boolean | null {
  switch (consequence.ifNobodyAnswers) {
    case null:
    case "Approve":
      return false;
    case "Deny":
      return inScope;
    case "Recommendation":
      return inScope === null
        ? null
        : seemsInactive(guest, consequence.lookBackDays ?? LOOK_BACK_DAYS, on);
  }
}

/** A nested membership is not removed: https://learn.microsoft.com/entra/id-governance/create-access-review */
function whyItStays(
  { group, nested }: Membership,
  applyAction: ReviewDraft["consequence"]["applyAction"],
): NotAppliedReason | null {
  const { because } = willItApply(group, applyAction);
  if (because !== null || applyAction === "block-then-delete") return because;
  return nested ? "nested-group" : null;
}

export interface Deleted {
  readonly guestId: string;
  readonly displayName: string;
  /** Groups outside the review that they would lose as well, of those that were read. */
  readonly otherGroups: number;
}

/** Guests whose account would be blocked and deleted, with all its other access. */
export function whoIsDeleted(
  draft: ReviewDraft,
  losing: readonly Membership[],
  groupsOf: ReadonlyMap<string, number>,
): readonly Deleted[] {
  if (draft.consequence.applyAction !== "block-then-delete") return [];
  const reviewed = new Map<string, { displayName: string; groups: number }>();
  for (const { guest } of losing) {
    const { displayName } = guest;
    reviewed.set(guest.id, { displayName, groups: (reviewed.get(guest.id)?.groups ?? 0) + 1 });
  }
  return [...reviewed].map(([guestId, { displayName, groups }]) => ({
    guestId,
    displayName,
    otherGroups: Math.max(0, (groupsOf.get(guestId) ?? 0) - groups),
  }));
}
