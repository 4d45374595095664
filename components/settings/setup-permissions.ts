/** A permission of Microsoft Graph that Guestlist uses, and what for. */
export interface SetupPermission {
  readonly scope: string;
  readonly use: string;
}

/** What pages read with. */
export const TO_SEE: readonly SetupPermission[] = [
  { scope: "User.Read", use: "Who is signed in" },
  { scope: "User.Read.All", use: "Guests, sponsors and deleted guests" },
  { scope: "AuditLog.Read.All", use: "Sign-ins, and who invited a guest" },
  { scope: "GroupMember.Read.All", use: "Groups of guests and their members" },
  {
    scope: "Directory.Read.All",
    use: "App roles, directory roles, applications and licences",
  },
  { scope: "AccessReview.Read.All", use: "Access reviews and their decisions" },
  {
    scope: "RoleEligibilitySchedule.Read.Directory",
    use: "Who may activate a directory role, so that nobody acts on them",
  },
];

/** What operations are sent with. */
export const TO_ACT: readonly SetupPermission[] = [
  { scope: "User.EnableDisableAccount.All", use: "Block and unblock" },
  { scope: "User.RevokeSessions.All", use: "End sessions of blocked guests" },
  { scope: "User.DeleteRestore.All", use: "Remove and restore" },
  { scope: "User.Invite.All", use: "Resend invitations" },
  {
    scope: "AccessReview.ReadWrite.All",
    use: "Create and change reviews. Every reviewer needs it to decide",
  },
  { scope: "Group.ReadWrite.All", use: "Create the catch-all group" },
  { scope: "GroupMember.ReadWrite.All", use: "Add guests to groups and remove them" },
];

/** Every permission, in the order of the checklist. */
export const SETUP_SCOPES: readonly string[] = [...TO_SEE, ...TO_ACT].map(({ scope }) => scope);
