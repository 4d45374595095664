import { counted } from "../number-text";
import { sameId } from "../same-id";
import type { Policy } from "../policy";
import {
  oneRequest,
  type Plan,
  type PlannedOperation,
  type Planning,
  type SkipReason,
} from "../plan";
import type { Coverage } from "./coverage";
import type { Review } from "./review";
import { isUnderWay } from "./review-status";
import { heldRoleReason, type RoleHolders } from "../role-holders";
import type { ReviewDraft } from "./draft";
import type { GroupWithGuests } from "./group";
import type { IsoDate } from "../time";
import { BLOCK_AND_DELETE } from "./templates";
import { silenceForReviewers } from "./message-to-reviewers";

/** The facts about a guest that the catch-all group needs. */
export interface CatchAllGuest {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly userType: "guest" | "member";
}

export interface CatchAllChange {
  readonly add: readonly CatchAllGuest[];
  readonly skipped: readonly { readonly guest: CatchAllGuest; readonly because: SkipReason }[];
  /** Members whom another review covers by now: shown, and left in the group. */
  readonly extraIds: readonly string[];
}

/** Guests who must not be added to the group. */
export interface LeftAlone extends Pick<Policy, "protectedAccounts"> {
  /** Ids of role holders, in lower case; none where no review removes access from the group's members automatically. */
  readonly roleHolders: RoleHolders;
}

export interface CatchAllInput {
  readonly coverage: Pick<Coverage, "byGuest">;
  /** The reviews of the group itself: they do not count, since the group is for those whom no other review covers. */
  readonly ownReviewIds: ReadonlySet<string>;
  readonly guests: readonly CatchAllGuest[];
  readonly group: GroupWithGuests | null;
}

/** The ids of the running reviews of one group alone. */
export function reviewsOfGroup(
  reviews: readonly Review[],
  groupId: string | null,
): ReadonlySet<string> {
  const ofGroup = reviews.filter(
    (review) =>
      isUnderWay(review) && review.scope.kind === "group" && review.scope.groupId === groupId,
  );
  return new Set(ofGroup.map(({ id }) => id));
}

/** Who is missing in the catch-all group: exactly those whom no review covers but the group's own. */
export function catchAllChange(
  { coverage, ownReviewIds, guests, group }: CatchAllInput,
  protection: LeftAlone,
): CatchAllChange {
  const members = new Set(group?.directGuestIds);
  const uncovered = guests.filter(({ id }) =>
    coverage.byGuest.get(id)?.reviewIds.every((reviewId) => ownReviewIds.has(reviewId)),
  );
  const add: CatchAllGuest[] = [];
  const skipped: { guest: CatchAllGuest; because: SkipReason }[] = [];
  for (const guest of uncovered) {
    if (members.has(guest.id)) continue;
    const because = leftAlone(guest, protection);
    if (because === null) add.push(guest);
    else skipped.push({ guest, because });
  }
  const needed = new Set(uncovered.map(({ id }) => id));
  return { add, skipped, extraIds: [...members].filter((id) => !needed.has(id)) };
}

function leftAlone(
  { id, userType }: CatchAllGuest,
  { protectedAccounts, roleHolders }: LeftAlone,
): SkipReason | null {
  if (userType === "member") return "member";
  const account = protectedAccounts.find((each) => sameId(each.id, id));
  if (account !== undefined) return account.because;
  return heldRoleReason(roleHolders, id);
}

export const CATCH_ALL_NAME = "Guests without another review";

/**
 * The review that the group is made for. Denied guests are blocked and deleted: leaving the group takes no access
 * away, and the next map would put them back into it. The group has no owner, so its reviewers have to be named.
 */
export function catchAllDraft(groupId: string, today: IsoDate): ReviewDraft {
  return {
    name: `${CATCH_ALL_NAME}, each quarter`,
    descriptionForAdmins: "Every guest whom no other access review covers, each quarter.",
    descriptionForReviewers: `Does anybody still work with these guests? ${silenceForReviewers(BLOCK_AND_DELETE)}`,
    scope: { kind: "groups", groupIds: [groupId], inactiveDays: null },
    stages: [{ reviewers: { kind: "people", userIds: [] }, fallbackIds: [], durationDays: 14 }],
    schedule: { frequency: "quarterly", startDate: today, end: { kind: "never" } },
    consequence: BLOCK_AND_DELETE,
  };
}

/**
 * The nickname of the group that an operation makes. It is unique, so that the group is found again when the answer to its
 * creation was lost, and proves afterwards which group that operation made.
 */
export function catchAllNickname(operationId: string): string {
  return `guestlist-${operationId}`;
}

/**
 * The plan that makes the group: a security group whose members are set by hand, so that a review of it can be applied.
 * https://learn.microsoft.com/graph/api/group-post-groups
 */
export function planCatchAllGroup({ reason, mintId }: Planning): Plan {
  const planId = mintId();
  const id = mintId();
  return {
    id: planId,
    reason,
    operations: [
      {
        operation: oneRequest(
          {
            id,
            planId,
            kind: "create-group",
            subject: { type: "group", id },
            guestId: null,
            reason,
          },
          {
            method: "POST",
            path: "/groups",
            body: {
              displayName: CATCH_ALL_NAME,
              description:
                "Holds the guests whom no access review covers, so that one does. Filled by Guestlist.",
              mailEnabled: false,
              mailNickname: catchAllNickname(id),
              securityEnabled: true,
            },
          },
        ),
        label: CATCH_ALL_NAME,
        guest: null,
      },
    ],
    skipped: [],
  };
}

/**
 * The plan that puts guests into a group.
 * https://learn.microsoft.com/graph/api/group-post-members
 */
export function planMembers(
  groupId: string,
  guests: readonly CatchAllGuest[],
  { reason, mintId, graphRoot }: Planning & { readonly graphRoot: string },
): Plan {
  const planId = mintId();
  const operations = guests.map(({ id: guestId, displayName, mail }): PlannedOperation => {
    const id = mintId();
    const body = { "@odata.id": `${graphRoot}/v1.0/directoryObjects/${guestId}` };
    return {
      operation: oneRequest(
        {
          id,
          planId,
          kind: "add-member",
          subject: { type: "group", id: groupId },
          guestId,
          reason,
        },
        { method: "POST", path: `/groups/${groupId}/members/$ref`, body },
      ),
      label: displayName,
      guest: { id: guestId, displayName, mail },
    };
  });
  return { id: planId, reason, operations, skipped: [] };
}

/** How a plan differs from the one that was left for consent, in a sentence; null when it is the same. */
export function sinceLeft(before: readonly string[], now: readonly string[]): string | null {
  const [earlier, later] = [new Set(before), new Set(now)];
  const more = now.filter((id) => !earlier.has(id)).length;
  const fewer = before.filter((id) => !later.has(id)).length;
  const parts = [
    ...(more > 0 ? [`${counted(more, "guest")} more`] : []),
    ...(fewer > 0 ? [`${counted(fewer, "guest")} fewer`] : []),
  ];
  return parts.length === 0 ? null : `The map was read again since you left: ${parts.join(", ")}.`;
}
