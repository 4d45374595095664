/** Names of what this product keeps for the time of a tab begin so. */
const TAB_KEY_PREFIX = "guestlist.";

/** MSAL's notes that an authority throttled it. */
const THROTTLING_PREFIX = "throttling";

function removeWhere(storage: Storage, doomed: (key: string) => boolean): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key !== null && doomed(key)) storage.removeItem(key);
}

/**
 * Lets a sign-in that somebody asks for really be tried: MSAL's notes outlive the account, and for a minute they
 * refuse even the next person without asking anybody.
 */
export function forgetThrottling(storage: Storage): void {
  removeWhere(storage, (key) => key.startsWith(THROTTLING_PREFIX));
}

/** Removes what the tab keeps of this product, and the throttling notes with it: at sign-out. */
export function forgetTabState(storage: Storage): void {
  removeWhere(
    storage,
    (key) => key.startsWith(TAB_KEY_PREFIX) || key.startsWith(THROTTLING_PREFIX),
  );
}
