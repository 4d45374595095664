import { expect, test } from "vitest";
import type { Session, SignedInAccount, SignedInSession } from "./session-state";
import { hasLeft } from "./who-left";

const account = (homeAccountId: string): SignedInAccount => ({
  homeAccountId,
  ...{ tenantId: "t", userId: homeAccountId, name: "", username: "", appRoles: [] },
});

/** A session of these accounts, the first of them in use. */
function signedIn(...ids: readonly [string, ...string[]]): SignedInSession {
  const [active] = ids;
  const accounts = [...ids].sort().map(account);
  return {
    state: "signed-in",
    account: account(active),
    accounts,
    failure: null,
    tokenFor: () => Promise.resolve(""),
    ask: () => undefined,
    signOut: () => undefined,
    switchTo: () => undefined,
    addAccount: () => undefined,
  };
}

const signedOut: Session = { state: "signed-out", failure: null, signIn: () => undefined };

test.each<[string, Session, Session, boolean]>([
  ["the page is loaded", { state: "loading" }, signedIn("a"), false],
  ["nothing changes", signedIn("a", "b"), signedIn("a", "b"), false],
  ["a second account is added", signedIn("a"), signedIn("a", "b"), false],
  ["the only account signs out", signedIn("a"), signedOut, true],
  ["the account in use signs out", signedIn("a", "b"), signedIn("b"), true],
  ["another account of the tab signs out", signedIn("a", "b"), signedIn("a"), true],
  ["the tab changes its account", signedIn("a", "b"), signedIn("b", "a"), true],
])("Whether somebody has left when %s", (_when, before, now, expected) => {
  expect(hasLeft(before, now)).toBe(expected);
});
