import { recordAudit, userTarget } from "../audit.ts";
import type { Call } from "../endpoint.ts";
import type { Group, User } from "../../state/entities.ts";

/** Writes down that a guest got a sponsor or lost one: for deltas, the audit log and the effect log. */
export function noteSponsorChange(
  call: Call,
  user: User,
  sponsor: User | Group,
  what: "added" | "removed",
): void {
  const { directory } = call.tenant;
  const { caller, method, path } = call;
  directory.noteChange(user.id, "changed", ["sponsors"]);
  const kind = `sponsor-${what}`;
  directory.noteEffect({ actorId: caller.userId, method, path, kind, targetId: user.id });
  const id = {
    from: what === "added" ? undefined : sponsor.id,
    to: what === "added" ? sponsor.id : undefined,
  };
  recordAudit(call, {
    activity: what === "added" ? "Add user sponsor" : "Remove user sponsor",
    category: "UserManagement",
    operationType: what === "added" ? "Assign" : "Unassign",
    targets: [userTarget(user, { "Sponsor.ObjectID": id })],
  });
}
