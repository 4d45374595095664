import type { Directory } from "../directory.ts";
import type { User } from "../entities.ts";
import type { ApplyResult, Decision, Somebody } from "./rows.ts";
import { noteServiceEffect, personTarget, recordAuditedChange } from "./trail.ts";

interface Doing {
  directory: Directory;
  at: number;
  by: Somebody | null;
}

/** Stops a denied guest's sign-in, whatever else they have access to; accounts mastered elsewhere stay as they are. */
export function block(doing: Doing, decision: Decision): void {
  const { directory } = doing;
  const user = directory.users.get(decision.principal.id);
  if (!user?.accountEnabled || user.onPremisesSyncEnabled === true) return;
  user.accountEnabled = false;
  directory.noteChange(user.id, "changed", ["accountEnabled"]);
  leaveTrace(doing, user, {
    activity: "Disable account",
    method: "PATCH",
    kind: "account-disabled",
  });
}

/** Deletes a guest who was denied 30 days ago, irrespective of what happened to their account meanwhile. */
export function deleteDenied(doing: Doing, decision: Decision): ApplyResult {
  const { directory, at } = doing;
  const user = directory.users.get(decision.principal.id);
  if (!user) return "AppliedSuccessfullyButObjectNotFound";
  if (user.onPremisesSyncEnabled === true) return "ApplyNotSupported";
  user.deletedDateTime = new Date(at).toISOString();
  directory.users.delete(user.id);
  directory.deletedUsers.set(user.id, user);
  directory.noteChange(user.id, "soft-deleted");
  leaveTrace(doing, user, { activity: "Delete user", method: "DELETE", kind: "user-deleted" });
  return "AppliedSuccessfully";
}

function leaveTrace(
  { directory, at, by }: Doing,
  user: User,
  { activity, method, kind }: { activity: string; method: "PATCH" | "DELETE"; kind: string },
): void {
  const operationType = method === "PATCH" ? "Update" : "Delete";
  const targets = [personTarget(user)];
  recordAuditedChange(directory, {
    at,
    by,
    activity,
    category: "UserManagement",
    operationType,
    targets,
  });
  const path = `/users/${user.id}`;
  noteServiceEffect(directory, at, { by, method, path, kind, targetId: user.id });
}
