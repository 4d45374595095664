import {
  type AccountInfo,
  type IPublicClientApplication,
  PublicClientApplication,
} from "@azure/msal-browser";
import type { IdentityError } from "./identity-error";
import { identityErrorFrom } from "./identity-error-from";
import { msalConfiguration } from "./msal-configuration";
import type { PublicSettings } from "./settings";
import { setAccountOfTab } from "./tab-account";

export interface OpenedMsal {
  readonly msal: IPublicClientApplication;
  /** Why the sign-in that this page came back from did not succeed. */
  readonly failure: IdentityError | null;
}

let opened: Promise<OpenedMsal> | undefined;

/** The accounts of this tenant alone: the browser may still hold others. */
export function accountsOf(msal: IPublicClientApplication, tenantId: string): AccountInfo[] {
  return msal.getAllAccounts().filter((account) => account.tenantId === tenantId);
}

async function open(settings: PublicSettings): Promise<OpenedMsal> {
  const msal = new PublicClientApplication(msalConfiguration(settings, window.location.origin));
  await msal.initialize();
  let failure: IdentityError | null = null;
  try {
    const answer = await msal.handleRedirectPromise();
    if (answer?.account) setAccountOfTab(answer.account.homeAccountId);
  } catch (error) {
    failure = identityErrorFrom(error);
  }
  return { msal, failure };
}

/** Once a page: creates MSAL and takes the answer of a sign-in that is coming back. */
export function openMsal(settings: PublicSettings): Promise<OpenedMsal> {
  return (opened ??= open(settings));
}
