import type { SignedInAccount } from "@/lib/identity/session-state";

/** The account that uses the tab. */
export type TabOwner = Pick<SignedInAccount, "homeAccountId" | "tenantId">;

/** The name under which the tab's list of guests belongs to an account. */
export const LIST_OF_GUESTS = "guests";

/** The storage key of something for one account, since several accounts of several tenants may use a tab in turn. */
export function tabKey(name: string, { homeAccountId, tenantId }: TabOwner): string {
  return `guestlist.${name}.${tenantId}.${homeAccountId}`;
}

/** Whether this tab holds something under that name, without reading it: the parser is loaded only where it does. */
export function isInTab(name: string, owner: TabOwner): boolean {
  return sessionStorage.getItem(tabKey(name, owner)) !== null;
}
