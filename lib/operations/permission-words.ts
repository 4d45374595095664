import {
  ACCESS_REVIEW_READ_ALL,
  ACCESS_REVIEW_READ_WRITE_ALL,
  AUDIT_LOG_READ_ALL,
  DIRECTORY_READ_ALL,
  GROUP_MEMBER_READ_ALL,
  GROUP_MEMBER_READ_WRITE_ALL,
  GROUP_READ_WRITE_ALL,
  ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY,
  USER_DELETE_RESTORE_ALL,
  USER_ENABLE_DISABLE_ACCOUNT_ALL,
  USER_INVITE_ALL,
  USER_READ_ALL,
  USER_REVOKE_SESSIONS_ALL,
} from "@/lib/domain/graph-scopes";

/** What Microsoft Graph's permissions let an app do, in the words of its consent page: "… needs permission to <words>". */
const WORDS: Readonly<Record<string, string>> = {
  [USER_READ_ALL]: "read all users",
  [DIRECTORY_READ_ALL]: "read directory roles and app roles",
  [AUDIT_LOG_READ_ALL]: "read the audit log",
  [ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY]: "read who is eligible for a directory role",
  [USER_ENABLE_DISABLE_ACCOUNT_ALL]: "enable and disable accounts",
  [USER_REVOKE_SESSIONS_ALL]: "revoke sessions",
  [USER_DELETE_RESTORE_ALL]: "delete and restore users",
  [USER_INVITE_ALL]: "invite guests",
  [GROUP_READ_WRITE_ALL]: "create groups",
  [GROUP_MEMBER_READ_ALL]: "read group memberships",
  [GROUP_MEMBER_READ_WRITE_ALL]: "change group memberships",
  [ACCESS_REVIEW_READ_ALL]: "read access reviews",
  [ACCESS_REVIEW_READ_WRITE_ALL]: "manage access reviews",
};

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** What these permissions are for, as the end of a sentence; a permission without words of its own by its name. */
export function permissionWords(scopes: readonly string[]): string {
  return list.format(scopes.map((scope) => WORDS[scope] ?? scope));
}
