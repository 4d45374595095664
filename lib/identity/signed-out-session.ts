import type { IPublicClientApplication } from "@azure/msal-browser";
import type { IdentityError } from "./identity-error";
import { identityErrorFrom } from "./identity-error-from";
import { forgetThrottling } from "./forget";
import type { SignedOutSession } from "./session-state";
import type { PublicSettings } from "./settings";

export interface SessionContext {
  readonly msal: IPublicClientApplication;
  readonly settings: PublicSettings;
  readonly failure: IdentityError | null;
  readonly onFailure: (failure: IdentityError) => void;
}

/** Nobody is signed in; signing in asks for our own API first, and for Graph when something needs it. */
export function signedOutSession(context: SessionContext): SignedOutSession {
  const { msal, settings, failure, onFailure } = context;
  return {
    state: "signed-out",
    failure,
    signIn: () => {
      forgetThrottling(window.localStorage);
      msal.loginRedirect({ scopes: [settings.apiScope] }).catch((error: unknown) => {
        onFailure(identityErrorFrom(error));
      });
    },
  };
}
