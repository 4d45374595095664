import type { AccountInfo, IPublicClientApplication } from "@azure/msal-browser";
import { expect, test, vi } from "vitest";
import type { PublicSettings } from "./settings";
import { signedInSession } from "./signed-in-session";

const accounts = ["grace", "uma"].map(
  (homeAccountId) => ({ homeAccountId, tenantId: "t", username: homeAccountId }) as AccountInfo,
);

test("Signing out ends what the account was doing before its session goes, and leaves the others be", async () => {
  const steps: string[] = [];
  const msal: Partial<IPublicClientApplication> = {
    logoutRedirect: (request) => {
      steps.push(`${request?.account?.homeAccountId ?? "nobody"} leaves`);
      return Promise.resolve();
    },
  };
  const [active] = accounts;
  if (active === undefined) throw new Error("nobody is signed in");
  const session = signedInSession({
    ...{ msal: msal as IPublicClientApplication, settings: {} as PublicSettings },
    ...{ failure: null, onFailure: () => undefined, onSwitch: () => undefined },
    ...{ active, accounts },
    onSignOut: async (staying) => {
      await Promise.resolve();
      steps.push(`${staying.join()} stays`);
    },
  });
  session.signOut();
  await vi.waitFor(() => {
    expect(steps).toEqual(["uma stays", "grace leaves"]);
  });
});

test("Switching ends what the other accounts of the tab were doing before the tab is the next one's", async () => {
  const steps: string[] = [];
  const [active] = accounts;
  if (active === undefined) throw new Error("nobody is signed in");
  const session = signedInSession({
    ...{ msal: {} as IPublicClientApplication, settings: {} as PublicSettings },
    ...{ failure: null, onFailure: () => undefined, active, accounts },
    onSwitch: (id) => {
      steps.push(`${id} is here`);
    },
    onSignOut: async (staying) => {
      await Promise.resolve();
      steps.push(`only ${staying.join()} goes on`);
    },
  });
  session.switchTo("uma");
  await vi.waitFor(() => {
    expect(steps).toEqual(["only uma goes on", "uma is here"]);
  });
});
