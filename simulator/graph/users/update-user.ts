import { rememberBefore } from "./stale-reads.ts";
import { findUser } from "./find-user.ts";
import { refuseOutOfReach } from "./reach.ts";
import { changesIn } from "./writable.ts";
import { recordAudit, userTarget } from "../audit.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { badRequest, forbidden } from "../errors.ts";
import type { User } from "../../state/entities.ts";
import { roleTemplates } from "../../state/roles.ts";

/** Changes a user's properties; blocking and unblocking sign-in among them. */
export const updateUser: Endpoint = {
  method: "PATCH",
  path: "/users/{id}",
  documentation: "https://learn.microsoft.com/graph/api/user-update?view=graph-rest-1.0",
  scopes: ["User.ReadWrite.All", "User.EnableDisableAccount.All"],
  roles: [roleTemplates.userAdministrator],
  answer(call) {
    const changes = changesIn(call.body);
    refuseWithoutScope(call, changes);
    const user = findUser(call.tenant.directory, call.params.id ?? "");
    // Users whom the caller may not block may not have their mail address for resets changed either.
    if ("accountEnabled" in changes || "otherMails" in changes) refuseOutOfReach(call, user);
    if (user.onPremisesSyncEnabled) {
      throw badRequest(
        "Unable to update the specified properties for on-premises mastered Directory Sync objects " +
          "or objects currently undergoing migration.",
      );
    }
    apply(call, user, changes);
    return { status: 204 };
  },
};

/** Enabling and disabling has a scope of its own, which also needs the right to read users. */
function refuseWithoutScope(call: Call, changes: Partial<User>): void {
  const { scopes } = call.caller;
  if (scopes.has("User.ReadWrite.All")) return;
  const onlyEnables = Object.keys(changes).every((name) => name === "accountEnabled");
  if (!onlyEnables || !scopes.has("User.Read.All")) throw forbidden();
}

function apply(call: Call, user: User, changes: Partial<User>): void {
  const { directory } = call.tenant;
  const fields = user as unknown as Record<string, unknown>;
  const changed = Object.entries(changes).filter(
    ([name, value]) => JSON.stringify(fields[name]) !== JSON.stringify(value),
  );
  const modified = Object.fromEntries(
    changed.map(([name, value]) => [auditName(name), { from: fields[name], to: value }]),
  );
  const { caller, method, path } = call;
  const kind = kindOf(changes);
  directory.noteEffect({ actorId: caller.userId, method, path, kind, targetId: user.id });
  if (changed.length === 0) return;
  rememberBefore(call.tenant, user.id);
  Object.assign(user, Object.fromEntries(changed));
  const names = changed.map(([name]) => name);
  directory.noteChange(user.id, "changed", names);
  const targets = [userTarget(user, modified)];
  const change = { category: "UserManagement", operationType: "Update", targets } as const;
  if (names.includes("accountEnabled")) {
    const activity = user.accountEnabled ? "Enable account" : "Disable account";
    recordAudit(call, { ...change, activity });
  }
  recordAudit(call, { ...change, activity: "Update user" });
}

/** What the effect log calls it. */
function kindOf(changes: Partial<User>): string {
  if (changes.accountEnabled === undefined) return "user-updated";
  return changes.accountEnabled ? "account-enabled" : "account-disabled";
}

/** The audit log spells property names with a capital. */
function auditName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
