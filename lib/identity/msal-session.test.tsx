import type { AccountInfo } from "@azure/msal-browser";
import { act, render } from "@testing-library/react";
import { useSyncExternalStore } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { MsalSession } from "./msal-session";
import type * as msal from "./open-msal";
import type { Session } from "./session-state";
import { setAccountOfTab } from "./tab-account";

const browser = vi.hoisted(() => {
  let accounts: readonly unknown[] = [];
  const listeners = new Set<() => void>();
  return {
    accounts: () => accounts,
    /** Signs in exactly these, in whichever tab. */
    hold: (next: readonly unknown[]) => {
      accounts = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
});

// Other tests stand in for it.
vi.unmock("./msal-session");
vi.mock("./open-msal", async (original) => ({
  ...(await original<typeof msal>()),
  openMsal: () => Promise.resolve({ msal: { getAllAccounts: browser.accounts }, failure: null }),
}));
vi.mock("@azure/msal-react", () => ({
  MsalProvider: ({ children }: { readonly children: React.ReactNode }) => children,
  useMsal: () => ({
    instance: { getAllAccounts: browser.accounts },
    accounts: useSyncExternalStore(browser.subscribe, browser.accounts),
    inProgress: "none",
  }),
}));

const TENANT = "11111111-1111-4111-8111-111111111111";
const account = (name: string) =>
  ({
    homeAccountId: name,
    localAccountId: name,
    tenantId: TENANT,
    username: name,
    name,
  }) as AccountInfo;
const [ANN, BOB] = [account("Ann"), account("Bob")];

beforeEach(() => {
  window.sessionStorage.clear();
});

/** A tab of the browser; who it is for, and how often it forgot what was read. */
async function openTab() {
  let session: Session = { state: "loading" };
  const forget = vi.fn();
  render(
    <MsalSession
      settings={{ tenantId: TENANT } as React.ComponentProps<typeof MsalSession>["settings"]}
      onSignOut={forget}
      report={(next) => {
        session = next;
      }}
    />,
  );
  await act(() => Promise.resolve());
  const whose = () => (session.state === "signed-in" ? session.account.name : session.state);
  return { whose, forget };
}

test("A tab that went on as another account stays that account's when the first one signs in again", async () => {
  setAccountOfTab("Ann");
  browser.hold([ANN, BOB]);
  const { whose, forget } = await openTab();
  expect(whose()).toBe("Ann");
  act(() => {
    browser.hold([BOB]);
  });
  expect(whose()).toBe("Bob");
  expect(forget).toHaveBeenCalledOnce();
  act(() => {
    browser.hold([BOB, ANN]);
  });
  expect(whose()).toBe("Bob");
});

test("A tab that nobody chose an account in stays its account's when another one signs in", async () => {
  browser.hold([BOB]);
  const { whose } = await openTab();
  expect(whose()).toBe("Bob");
  act(() => {
    browser.hold([ANN, BOB]);
  });
  expect(whose()).toBe("Bob");
});
