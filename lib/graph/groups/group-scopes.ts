import { GROUP_MEMBER_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";

/**
 * Reads groups, who is in them and who owns them; guests are told by their type, which is the user's.
 * https://learn.microsoft.com/graph/api/group-list-members#permissions
 */
export const GROUP_SCOPES = [GROUP_MEMBER_READ_ALL, USER_READ_ALL] as const;
