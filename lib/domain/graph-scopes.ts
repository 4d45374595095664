/*
 * The delegated permissions of Microsoft Graph that Guestlist asks for, each under Graph's own name:
 * https://learn.microsoft.com/graph/permissions-reference
 */
export const ACCESS_REVIEW_READ_ALL = "AccessReview.Read.All";
export const ACCESS_REVIEW_READ_WRITE_ALL = "AccessReview.ReadWrite.All";
export const AUDIT_LOG_READ_ALL = "AuditLog.Read.All";
export const DIRECTORY_READ_ALL = "Directory.Read.All";
export const GROUP_READ_WRITE_ALL = "Group.ReadWrite.All";
export const GROUP_MEMBER_READ_ALL = "GroupMember.Read.All";
export const GROUP_MEMBER_READ_WRITE_ALL = "GroupMember.ReadWrite.All";
export const ROLE_ELIGIBILITY_SCHEDULE_READ_DIRECTORY = "RoleEligibilitySchedule.Read.Directory";
export const USER_DELETE_RESTORE_ALL = "User.DeleteRestore.All";
export const USER_ENABLE_DISABLE_ACCOUNT_ALL = "User.EnableDisableAccount.All";
export const USER_INVITE_ALL = "User.Invite.All";
export const USER_READ = "User.Read";
export const USER_READ_ALL = "User.Read.All";
export const USER_REVOKE_SESSIONS_ALL = "User.RevokeSessions.All";
