/** Whose tab it is: every tab of a browser has all its accounts, and each tab is used by one. */
const KEY = "guestlist.account";

/** The account that this tab is used by; null where nobody chose one in it. */
export function accountOfTab(): string | null {
  return window.sessionStorage.getItem(KEY);
}

/** Makes this tab one account's, by its `homeAccountId`, also after it is loaded again. */
export function setAccountOfTab(homeAccountId: string): void {
  window.sessionStorage.setItem(KEY, homeAccountId);
}
