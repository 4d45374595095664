/** Reads guests with all that we show of them. https://learn.microsoft.com/graph/api/user-list#permissions */
export const GUEST_SCOPES = ["User.Read.All"] as const;

/** Sign-in activity needs this besides, and an Entra ID P1 or P2 licence in the tenant. */
export const SIGN_IN_SCOPES = ["User.Read.All", "AuditLog.Read.All"] as const;
