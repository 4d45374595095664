import type { AccountInfo } from "@azure/msal-browser";
import type { SignedInAccount } from "./session-state";

/** Reads the person out of MSAL's account; app roles come as the `roles` claim of the ID token. */
export function accountFromMsal(account: AccountInfo): SignedInAccount {
  const roles = account.idTokenClaims?.roles ?? [];
  return {
    homeAccountId: account.homeAccountId,
    tenantId: account.tenantId,
    userId: account.localAccountId,
    name: account.name ?? account.username,
    username: account.username,
    appRoles: roles,
  };
}
