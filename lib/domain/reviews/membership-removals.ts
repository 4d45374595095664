import type { Group } from "@/lib/domain/reviews/group";
import { whyNotChangeable } from "@/lib/domain/reviews/will-it-apply";
import { groupOf, remedyFor, type ResultLine } from "./access-results";

/** A membership that a plan would end. */
export interface MembershipRemoval {
  readonly guest: { readonly id: string; readonly displayName: string; readonly mail: null };
  readonly groupId: string;
  readonly groupName: string;
  /** The reviewed group, where the membership is of a group inside it. */
  readonly inside: string | null;
}

interface NestedMember {
  readonly groupId: string;
  readonly guestId: string;
}

/** Of whom it has to be looked up through which inner group they are in the reviewed one. */
export function nestedMembers(lines: readonly ResultLine[]): readonly NestedMember[] {
  return lines.flatMap(({ item, notApplied }) => {
    const groupId = groupOf(item);
    if (notApplied === null || groupId === null) return [];
    return remedyFor(notApplied) === "leave-inner-groups"
      ? [{ groupId, guestId: item.principal.id }]
      : [];
  });
}

/**
 * The memberships that would have to end: of the group itself, or of each inner group through which the guest is in
 * it. What Graph cannot change is left out.
 */
export function membershipRemovalsOf(
  lines: readonly ResultLine[],
  innerGroupsOf: ((member: NestedMember) => readonly Group[] | null) | undefined,
): readonly MembershipRemoval[] {
  return lines.flatMap(({ item, notApplied }): readonly MembershipRemoval[] => {
    const groupId = groupOf(item);
    if (notApplied === null || groupId === null) return [];
    const { id, displayName } = item.principal;
    const guest = { id, displayName: displayName ?? "", mail: null };
    const groupName = item.resource?.displayName ?? groupId;
    switch (remedyFor(notApplied)) {
      case "leave-group":
        return [{ guest, groupId, groupName, inside: null }];
      case "leave-inner-groups":
        return (innerGroupsOf?.({ groupId, guestId: id }) ?? [])
          .filter((group) => whyNotChangeable(group) === null)
          .map((group) => ({
            guest,
            groupId: group.id,
            groupName: group.displayName,
            inside: groupName,
          }));
      case "apply":
      case "wait":
      case "account":
        return [];
    }
  });
}
