import type { IdentityError } from "./identity-error";

/** Who is signed in, as the ID token says. */
export interface SignedInAccount {
  readonly homeAccountId: string;
  readonly tenantId: string;
  /** Object id of the person in this tenant. */
  readonly userId: string;
  readonly name: string;
  readonly username: string;
  /** Roles of our own app, not of the directory. */
  readonly appRoles: readonly string[];
}

export interface LoadingSession {
  readonly state: "loading";
}

export interface SignedOutSession {
  readonly state: "signed-out";
  readonly failure: IdentityError | null;
  /** Leaves the page and comes back to it. */
  readonly signIn: () => void;
}

export interface SignedInSession {
  readonly state: "signed-in";
  readonly account: SignedInAccount;
  /** All accounts of this tenant in this tab, the active one among them. */
  readonly accounts: readonly SignedInAccount[];
  /** Why the last `ask` came back with nothing; the person is still signed in. */
  readonly failure: IdentityError | null;
  /** A token for exactly these scopes; throws `SignInNeeded` or `IdentityError`, never leaves the page. */
  readonly tokenFor: (scopes: readonly string[], claims?: string) => Promise<string>;
  /** Leaves the page to get consent for these scopes, and comes back to the same address. */
  readonly ask: (scopes: readonly string[], claims?: string) => void;
  /** Forgets what this tab knows and ends this account's session at the authority. */
  readonly signOut: () => void;
  readonly switchTo: (homeAccountId: string) => void;
  /** Leaves the page to sign in with one more account. */
  readonly addAccount: () => void;
}

export type Session = LoadingSession | SignedOutSession | SignedInSession;

/**
 * What else the app forgets and ends when somebody leaves this tab, given the accounts whose runs go on: those that stay
 * signed in, or the one that is switched to, since nobody could stop the others' any more. Awaited before they are gone.
 */
export type OnSignOut = (staying: readonly string[]) => void | Promise<void>;
