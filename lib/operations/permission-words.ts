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
  USER_READ,
  USER_READ_ALL,
  USER_REVOKE_SESSIONS_ALL,
} from "@/lib/domain/graph-scopes";

/** What Guestlist does with each permission of Microsoft Graph: "… needs permission to <words>". */
const WORDS: Readonly<Record<string, string>> = {
  [USER_READ]: "see who is signed in",
  [USER_READ_ALL]: "read guests, sponsors and deleted guests",
  [DIRECTORY_READ_ALL]: "read app roles, directory roles, applications and licences",
  [AUDIT_LOG_READ_ALL]: "read sign-ins, and who invited guests",
  [ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY]: "read who is eligible for a directory role",
  [USER_ENABLE_DISABLE_ACCOUNT_ALL]: "block and unblock guests",
  [USER_REVOKE_SESSIONS_ALL]: "end the sessions of blocked guests",
  [USER_DELETE_RESTORE_ALL]: "remove and restore guests",
  [USER_INVITE_ALL]: "resend invitations",
  [GROUP_READ_WRITE_ALL]: "create the catch-all group",
  [GROUP_MEMBER_READ_ALL]: "read groups and their members",
  [GROUP_MEMBER_READ_WRITE_ALL]: "add guests to groups and remove them",
  [ACCESS_REVIEW_READ_ALL]: "read access reviews and their decisions",
  [ACCESS_REVIEW_READ_WRITE_ALL]: "manage access reviews and decide in them",
};

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** What these permissions are for, as the end of a sentence; a permission without words of its own by its name. */
export function permissionWords(scopes: readonly string[]): string {
  return list.format(scopes.map((scope) => WORDS[scope] ?? scope));
}
