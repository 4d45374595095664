import { AUDIT_LOG_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";

/** Reads guests with all that we show of them. https://learn.microsoft.com/graph/api/user-list#permissions */
export const GUEST_SCOPES = [USER_READ_ALL] as const;

/** Sign-in activity needs this besides, and an Entra ID P1 or P2 licence in the tenant. */
export const SIGN_IN_SCOPES = [USER_READ_ALL, AUDIT_LOG_READ_ALL] as const;
