import type { Group } from "./group";
import type { NotAppliedReason } from "./result";
import type { ReviewSettings } from "./review";

export interface WillItApply {
  readonly applies: boolean;
  readonly because: NotAppliedReason | null;
  /** The reason, as a sentence for people. */
  readonly says: string;
}

/**
 * Whether Entra can take a denied guest out of this group. Graph cannot change the members of dynamic, synchronised and
 * mail-enabled groups, and no review says so beforehand; blocking and deleting the account does not need to.
 * https://learn.microsoft.com/entra/id-governance/complete-access-review
 */
export function willItApply(
  group: Group,
  applyAction: ReviewSettings["applyAction"] = "remove-access",
): WillItApply {
  const because = whyNotChangeable(group);
  if (because === null) return { applies: true, because, says: "Denied guests leave the group." };
  if (applyAction === "block-then-delete") {
    return {
      applies: true,
      because: null,
      says: "Denied guests are blocked and deleted, so it does not matter that their membership cannot be changed.",
    };
  }
  return { applies: false, because, says: WHY[because] };
}

/** Why Graph cannot change who is in a group; null where it can. */
export function whyNotChangeable(group: Group): keyof typeof WHY | null {
  if (group.dynamic) return "dynamic-group";
  if (group.synced) return "synced-group";
  const isMailEnabled = group.kind === "mail-enabled-security" || group.kind === "distribution";
  return isMailEnabled ? "mail-enabled-group" : null;
}

const WHY = {
  "dynamic-group":
    "Its members come from a rule: Entra takes nobody out, and denied guests stay until the rule no longer fits them.",
  "synced-group":
    "It is mastered on premises: Entra takes nobody out, and denied guests stay until they are removed there.",
  "mail-enabled-group":
    "It is managed in Exchange: Entra takes nobody out, and denied guests stay until they are removed there.",
} as const satisfies Partial<Record<NotAppliedReason, string>>;
