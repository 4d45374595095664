import type { AccountInfo } from "@azure/msal-browser";
import { accountFromMsal } from "./account-from-msal";
import { forgetTabState, forgetThrottling } from "./forget";
import { identityErrorFrom } from "./identity-error-from";
import { silentToken } from "./silent-token";
import type { OnSignOut, SignedInSession } from "./session-state";
import type { SessionContext } from "./signed-out-session";

interface SignedInContext extends SessionContext {
  readonly active: AccountInfo;
  readonly accounts: readonly AccountInfo[];
  readonly onSwitch: (homeAccountId: string) => void;
  readonly onSignOut: OnSignOut;
}

/** What the active account can ask of its identity. */
export function signedInSession(context: SignedInContext): SignedInSession {
  const { msal, settings, active, onFailure } = context;
  const everybody = context.accounts.map(({ homeAccountId }) => homeAccountId);
  const failed = (error: unknown) => {
    onFailure(identityErrorFrom(error));
  };
  const leave = async () => {
    await context.onSignOut(everybody.filter((id) => id !== active.homeAccountId));
    forgetTabState(window.sessionStorage);
    forgetThrottling(window.localStorage);
    await msal.logoutRedirect({ account: active });
  };
  return {
    state: "signed-in",
    account: accountFromMsal(active),
    accounts: context.accounts.map(accountFromMsal),
    failure: context.failure,
    tokenFor: (scopes, claims) => silentToken(msal, active, scopes, claims),
    ask: (scopes, claims) => {
      const request = { scopes: [...scopes], account: active };
      msal
        .acquireTokenRedirect({ ...request, ...(claims !== undefined && { claims }) })
        .catch(failed);
    },
    signOut: () => {
      leave().catch(failed);
    },
    switchTo: (homeAccountId) => {
      const nextAccount = context.accounts.find(
        (account) => account.homeAccountId === homeAccountId,
      );
      if (nextAccount === undefined || nextAccount === active) return;
      Promise.resolve(context.onSignOut([homeAccountId])).then(() => {
        context.onSwitch(homeAccountId);
      }, failed);
    },
    addAccount: () => {
      msal.loginRedirect({ scopes: [settings.apiScope], prompt: "select_account" }).catch(failed);
    },
  };
}
