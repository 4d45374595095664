import { GROUP_MEMBER_READ_ALL, GROUP_MEMBER_READ_WRITE_ALL } from "@/lib/domain/graph-scopes";
import { ROLES } from "@/lib/domain/directory-roles";
import { sameId } from "@/lib/domain/same-id";
import type { Outcome } from "@/lib/domain/outcome";
import type { Policy } from "@/lib/domain/policy";
import type { Shown } from "@/lib/domain/resolve-outcome";
import type { Group } from "@/lib/domain/reviews/group";
import {
  type AccountState,
  readState,
  readStateBeforeActing,
  SCOPES_TO_READ_STATE,
  scopesToReadBeforeActing,
} from "@/lib/graph/guests/read-account-state";
import { REVIEW_READ_SCOPES } from "@/lib/graph/reviews/scopes";
import { whyProtected, whyUntouchable } from "../guest/check-account";
import {
  type OperationContext,
  type OperationHandler,
  type Precheck,
  precheckPassed,
  type PrecheckOptions,
} from "../operation-handler";
import { notAttempted, observedOutcome } from "../outcomes";
import { SHARED_READING_MILLISECONDS } from "@/lib/graph/shared-reading";

type Change = "add" | "remove";

interface Membership extends Pick<OperationHandler, "labels" | "request"> {
  readonly change: Change;
  readonly activity: string;
}

/** How a guest's membership of a group is checked, sent and verified. */
export function membership({ change, activity, ...kind }: Membership): OperationHandler {
  return {
    ...kind,
    scopes: {
      read: [
        ...(change === "remove"
          ? scopesToReadBeforeActing(true)
          : [...SCOPES_TO_READ_STATE, ...REVIEW_READ_SCOPES]),
        GROUP_MEMBER_READ_ALL,
      ],
      send: [GROUP_MEMBER_READ_WRITE_ALL],
    },
    roles: [ROLES.groups, ROLES.governance, ROLES.users, ROLES.writers, ROLES.global],
    // Owners change their own groups without a role: https://learn.microsoft.com/graph/api/group-post-members
    mayWithoutRole: true,
    keepsErrorMessage: true,
    auditActivity: { activity, target: "guest" },
    verificationMode: "together",
    attribution: "none",
    mayRepeat: true,
    lagMilliseconds: null,
    precheck: (context, options) => precheck(change, context, options),
    async verify({ target, readings, since }): Promise<Shown> {
      const isIn = await readings.isIn(target, since);
      if (isIn === null) return change === "remove" ? "shown" : "unclear";
      return isIn === (change === "add") ? "shown" : "not-shown";
    },
  };
}

async function precheck(
  change: Change,
  { target, readings, services, since }: OperationContext,
  options: PrecheckOptions,
): Promise<Precheck> {
  const policy = await options.policy();
  if (policy === null) return { outcome: notAttempted("the policy could not be read") };
  const { signal } = options;
  const fresh = Math.max(since, services.clock.now() - SHARED_READING_MILLISECONDS);
  // Joining a group takes nothing away, unless a review removes access from its members automatically.
  const protectsHolders =
    change === "remove" || (await readings.losesMembersAutomatically(target, fresh));
  const state = protectsHolders
    ? await readStateBeforeActing(services.graph, target.member, { eligible: true, signal })
    : await readState(services.graph, target.member, signal);
  const account = whyNotAccount(
    change,
    target.member,
    state,
    policy,
    protectsHolders,
    services.me.userId,
  );
  if (account !== null) return { outcome: account };
  const why = whyNotGroup(change, await readings.group(target.group, fresh));
  if (why !== null) return { outcome: why };
  const isIn = await readings.isIn(target, fresh);
  if (isIn !== (change === "add")) return precheckPassed;
  const detail = isIn ? null : "The guest is not a direct member of the group.";
  return { outcome: observedOutcome("already-so", detail) };
}

function whyNotAccount(
  change: Change,
  guestId: string,
  state: AccountState,
  policy: Policy,
  protectsHolders: boolean,
  myId: string,
): Outcome | null {
  if (sameId(guestId, myId))
    return observedOutcome("refused", "You can't change your own account.");
  const protects = protectsHolders ? whyProtected : whyUntouchable;
  const account = protects(guestId, state, policy);
  if (account !== null) return account;
  if (state.kind === "guest") {
    // While that cannot be read, nobody is planned.
    return change === "add" && state.heldRole === "eligibility-unread" ? ELIGIBILITY_UNREAD : null;
  }
  // Deleted users are in no group.
  return change === "remove"
    ? observedOutcome("already-so", "The account is gone.")
    : observedOutcome("failed", "The account is gone.");
}

const ELIGIBILITY_UNREAD = observedOutcome(
  "refused",
  "Microsoft Graph does not let you read whether the account is eligible for a directory role, and a review of the group removes access automatically.",
);

/** Groups whose members cannot be changed through Graph: https://learn.microsoft.com/graph/api/group-post-members */
function whyNotGroup(change: Change, group: Group | null): Outcome | null {
  if (group === null) return observedOutcome("failed", "The group no longer exists.");
  if (group.dynamic) return observedOutcome("refused", "The group has dynamic membership.");
  if (group.synced) return observedOutcome("refused", "The group is synced from on-premises.");
  if (group.kind === "mail-enabled-security" || group.kind === "distribution") {
    return observedOutcome("refused", "The group's members are managed in Exchange.");
  }
  return group.roleAssignable && change === "add"
    ? observedOutcome("refused", "The group can hold directory roles, so no guest is added to it.")
    : null;
}
