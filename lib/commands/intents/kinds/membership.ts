import type { Outcome } from "@/lib/domain/outcome";
import { sameId } from "@/lib/domain/make-plan";
import type { Policy } from "@/lib/domain/policy";
import type { Group } from "@/lib/domain/reviews/group";
import { type DirectoryState, readStateBeforeActing } from "@/lib/graph/acts/read-state";
import { whyProtected, whyUntouchable } from "../../check-state";
import { notAttempted } from "../../not-attempted";
import type { Ride } from "../../ride";
import { seen } from "../../seen";
import type { Looked, Sight } from "../../way";
import { type At, type Before, type KindWay, nothingAgainst } from "../kind-way";

/** One reading of a group serves all its guests that are acted on while it is so young. */
const FRESH_MILLISECONDS = 15_000;

type Change = "add" | "remove";

/** Puts a guest into a group. */
export const addMember: KindWay = membership("add");

/** Takes a guest out of a group; the account stays. */
export const removeMember: KindWay = membership("remove");

function membership(change: Change): KindWay {
  return {
    proof: "together",
    trace: "none",
    mayRepeat: true,
    lagMilliseconds: null,
    look: (at, ride) => look(change, at, ride),
    async sight({ target, readings, since }): Promise<Sight> {
      const isIn = await readings.isIn(target, since);
      if (isIn === null) return change === "remove" ? "shown" : "unclear";
      return isIn === (change === "add") ? "shown" : "not-shown";
    },
  };
}

async function look(change: Change, at: At, ride: Ride): Promise<Looked<Before>> {
  const { target, readings, doors, since } = at;
  const policy = await ride.policy();
  if (policy === null) return { outcome: notAttempted("the policy could not be read") };
  const state = await readStateBeforeActing(doors.graph, target.member, ride.halt.signal);
  const account = whyNotAccount(change, target.member, state, policy, doors.me.userId);
  if (account !== null) return { outcome: account };
  const fresh = Math.max(since, doors.clock.now() - FRESH_MILLISECONDS);
  const why = whyNotGroup(change, await readings.group(target.group, fresh));
  if (why !== null) return { outcome: why };
  const isIn = await readings.isIn(target, fresh);
  if (isIn !== (change === "add")) return nothingAgainst;
  const detail = isIn ? null : "The guest is not a direct member of the group.";
  return { outcome: seen("already-so", detail) };
}

function whyNotAccount(
  change: Change,
  guestId: string,
  state: DirectoryState,
  policy: Policy,
  myId: string,
): Outcome | null {
  if (sameId(guestId, myId)) return seen("refused", "Nobody acts on their own account.");
  // Being put into a group takes nothing away: whoever holds a directory role is the last to be left out of a review.
  const protects = change === "add" ? whyUntouchable : whyProtected;
  const account = protects(guestId, state, policy);
  if (account !== null) return account;
  if (state.kind === "guest") return null;
  // Who is deleted is in no group.
  return change === "remove"
    ? seen("already-so", "The account is gone.")
    : seen("failed", "The account is gone.");
}

/** Whose members nobody changes by hand: https://learn.microsoft.com/graph/api/group-post-members */
function whyNotGroup(change: Change, group: Group | null): Outcome | null {
  if (group === null) return seen("failed", "The group is not there any more.");
  if (group.dynamic) return seen("refused", "The group's members follow a rule.");
  if (group.synced) return seen("refused", "The group is mastered on premises.");
  if (group.kind === "mail-enabled-security" || group.kind === "distribution") {
    return seen("refused", "The group's members are managed in Exchange.");
  }
  return group.roleAssignable && change === "add"
    ? seen("refused", "The group may hold directory roles: no guest is put into it.")
    : null;
}
