/** Names of what this product keeps for the time of a tab begin so. */
export const TAB_KEY_PREFIX = "guestlist.";

/**
 * Removes what the tab keeps of this product, and MSAL's notes that an authority asked for patience: those outlive
 * the account and would refuse the next person's sign-in for a minute without asking anybody.
 */
export function forgetTabState(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (key?.startsWith(TAB_KEY_PREFIX) || key?.startsWith("throttling")) storage.removeItem(key);
  }
}
