import type { SignedInAccount } from "@/lib/identity/session-state";

/** Whose tab it is. */
export type TabOwner = Pick<SignedInAccount, "homeAccountId" | "tenantId">;

/** Under what something is kept in this tab for one account: several, of several tenants, may use a tab in turn. */
export function tabKey(name: string, { homeAccountId, tenantId }: TabOwner): string {
  return `guestlist.${name}.${tenantId}.${homeAccountId}`;
}
