import {
  type AccountInfo,
  BrowserAuthError,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { identityErrorFrom } from "./identity-error-from";
import { SignInNeeded } from "./sign-in-needed";

/**
 * A token without disturbing the person, or `SignInNeeded`. A hidden frame that timed out counts as that too:
 * where third-party cookies are blocked MSAL cannot tell it from a session that has ended.
 */
export async function silentToken(
  msal: Pick<IPublicClientApplication, "acquireTokenSilent">,
  account: AccountInfo,
  scopes: readonly string[],
  claims?: string,
): Promise<string> {
  try {
    const request = { scopes: [...scopes], account, ...(claims !== undefined && { claims }) };
    return (await msal.acquireTokenSilent(request)).accessToken;
  } catch (error) {
    if (error instanceof InteractionRequiredAuthError) {
      // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-codes-for-authorization-endpoint-errors
      const sessionEnded = error.errorCode === "login_required";
      throw new SignInNeeded(scopes, error.claims || claims, { sessionEnded, cause: error });
    }
    if (error instanceof BrowserAuthError && error.errorCode === "timed_out") {
      throw new SignInNeeded(scopes, claims, { cause: error });
    }
    throw identityErrorFrom(error);
  }
}
