/** Where MSAL lists its accounts: the only one of its keys that goes with the last of them. */
const ACCOUNT_LIST = /^msal\.(\d+\.)?account\.keys$/;

/**
 * Whether somebody is about to be signed in: MSAL has an account in this browser, or the page is the way back from
 * signing in. A guess that only decides what is loaded early, since it is known before MSAL is there.
 */
export function isSignInExpected(): boolean {
  return (
    Object.keys(window.localStorage).some((key) => ACCOUNT_LIST.test(key)) ||
    window.location.hash.includes("code=")
  );
}
