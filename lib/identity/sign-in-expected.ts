/**
 * Whether somebody is about to be signed in: MSAL left an account in this tab, or the page is the way back from signing
 * in. A guess that only decides what is loaded early, since it is known before MSAL is there.
 */
export function isSignInExpected(): boolean {
  return (
    Object.keys(window.sessionStorage).some((key) => key.startsWith("msal.")) ||
    window.location.hash.includes("code=")
  );
}
