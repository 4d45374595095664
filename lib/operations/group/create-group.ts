import { GROUP_MEMBER_READ_ALL, GROUP_READ_WRITE_ALL } from "@/lib/domain/graph-scopes";
import { ROLES } from "@/lib/domain/directory-roles";
import type { Shown } from "@/lib/domain/resolve-outcome";
import {
  CREATION_LAG_MILLISECONDS,
  type OperationContext,
  type OperationHandler,
  precheckPassed,
} from "../operation-handler";
import { notAttempted, observedOutcome } from "../outcomes";
import { bodyPartsOf } from "../request-target";

/** A group's mail nickname carries the id of the operation that makes it, and it is found by that. */
export const createGroup: OperationHandler = {
  scopes: {
    read: [GROUP_MEMBER_READ_ALL],
    // https://learn.microsoft.com/graph/api/group-post-groups#permissions
    send: [GROUP_READ_WRITE_ALL],
  },
  roles: [ROLES.groups, ROLES.users, ROLES.writers, ROLES.global],
  // Tenants may let everybody make security groups: https://learn.microsoft.com/graph/api/resources/defaultuserrolepermissions
  mayWithoutRole: true,
  keepsErrorMessage: true,
  labels: {
    verb: "Create group",
    doing: "Creating the group",
    name: "Create group",
    done: "Group created",
    changes: "Creates a security group without members. The group itself gives no access.",
    notDone: "The group was not created.",
  },
  request: { method: "POST", path: "/groups" },
  auditActivity: { activity: "Add group", target: "unknown" },
  verificationMode: "each",
  attribution: "marked",
  mayRepeat: true,
  lagMilliseconds: CREATION_LAG_MILLISECONDS,
  async precheck(context) {
    if (!nicknameOf(context).includes(context.operation.id.replaceAll("-", "").toLowerCase())) {
      return { outcome: notAttempted("the nickname does not carry the id of its operation.") };
    }
    return (await find(context)) ? { outcome: observedOutcome("done", null) } : precheckPassed;
  },
  async verify(context): Promise<Shown> {
    const created = context.created.get(context.execution.step.id);
    if (created === undefined) return (await find(context)) ? "shown" : "not-shown";
    return (await context.readings.group(created, context.since)) === null ? "not-shown" : "shown";
  },
};

async function find({ readings, created, execution }: OperationContext): Promise<boolean> {
  const nickname = bodyPartsOf(execution.step.request).mailNickname;
  const [first] = typeof nickname === "string" ? await readings.groupsNamed(nickname) : [];
  if (first !== undefined) created.set(execution.step.id, first);
  return first !== undefined;
}

function nicknameOf({ execution }: OperationContext): string {
  const nickname = bodyPartsOf(execution.step.request).mailNickname;
  return typeof nickname === "string" ? nickname.replaceAll("-", "").toLowerCase() : "";
}
