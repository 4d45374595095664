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

/** A permission of Microsoft Graph that Guestlist uses, and what for. */
export interface SetupPermission {
  readonly scope: string;
  readonly use: string;
}

/** What pages read with. */
export const TO_SEE: readonly SetupPermission[] = [
  { scope: USER_READ, use: "Who is signed in" },
  { scope: USER_READ_ALL, use: "Guests, sponsors and deleted guests" },
  { scope: AUDIT_LOG_READ_ALL, use: "Sign-ins, and who invited a guest" },
  { scope: GROUP_MEMBER_READ_ALL, use: "Groups of guests and their members" },
  {
    scope: DIRECTORY_READ_ALL,
    use: "App roles, directory roles, applications and licences",
  },
  { scope: ACCESS_REVIEW_READ_ALL, use: "Access reviews and their decisions" },
  {
    scope: ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY,
    use: "Who may activate a directory role, so that nobody acts on them",
  },
];

/** What operations are sent with. */
export const TO_ACT: readonly SetupPermission[] = [
  { scope: USER_ENABLE_DISABLE_ACCOUNT_ALL, use: "Block and unblock" },
  { scope: USER_REVOKE_SESSIONS_ALL, use: "End sessions of blocked guests" },
  { scope: USER_DELETE_RESTORE_ALL, use: "Remove and restore" },
  { scope: USER_INVITE_ALL, use: "Resend invitations" },
  {
    scope: ACCESS_REVIEW_READ_WRITE_ALL,
    use: "Create and change reviews. Every reviewer needs it to decide",
  },
  { scope: GROUP_READ_WRITE_ALL, use: "Create the catch-all group" },
  { scope: GROUP_MEMBER_READ_WRITE_ALL, use: "Add guests to groups and remove them" },
];

/** Every permission, in the order of the checklist. */
export const SETUP_SCOPES: readonly string[] = [...TO_SEE, ...TO_ACT].map(({ scope }) => scope);
