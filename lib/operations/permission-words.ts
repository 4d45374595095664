/** What Microsoft Graph's permissions let an app do, in the words of its consent page: "… needs permission to <words>". */
const WORDS: Readonly<Record<string, string>> = {
  "User.Read.All": "read all users",
  "Directory.Read.All": "read directory roles and app roles",
  "AuditLog.Read.All": "read the audit log",
  "RoleEligibilitySchedule.Read.Directory": "read who is eligible for a directory role",
  "User.EnableDisableAccount.All": "enable and disable accounts",
  "User.RevokeSessions.All": "revoke sessions",
  "User.DeleteRestore.All": "delete and restore users",
  "User.Invite.All": "invite guests",
  "Group.ReadWrite.All": "create groups",
  "GroupMember.Read.All": "read group memberships",
  "GroupMember.ReadWrite.All": "change group memberships",
  "AccessReview.Read.All": "read access reviews",
  "AccessReview.ReadWrite.All": "manage access reviews",
};

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** What these permissions are for, as the end of a sentence; a permission without words of its own by its name. */
export function permissionWords(scopes: readonly string[]): string {
  return list.format(scopes.map((scope) => WORDS[scope] ?? scope));
}
