/**
 * Reads groups, who is in them and who owns them; guests are told by their type, which is the user's.
 * https://learn.microsoft.com/graph/api/group-list-members#permissions
 */
export const GROUP_SCOPES = ["GroupMember.Read.All", "User.Read.All"] as const;
