import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { GuestsPage } from "@/components/guests/guests-page";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import { IdentityError } from "@/lib/identity/identity-error";
import { operationOnWire } from "@/lib/contract/operation";
import { systemClock } from "@/lib/graph/clock";
import { blocked, rowWith } from "@/lib/queries/testing/some-rows";
import { guestPlanDraftStorage } from "@/lib/services/tab-drafts";
import { GuestCommandBar } from "./guest-command-bar";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ADA = "Ada of Partner";
const SCOPE = "User.EnableDisableAccount.All";

/** The list of guests with Ada selected and Block chosen for her. */
async function blockAda(testTenant: TestTenant) {
  await testTenant.tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  const rendered = await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  const { user } = rendered;
  await user.click(await screen.findByRole("checkbox", { name: `Select ${ADA}` }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(bar.getByRole("button", { name: "Block" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Block" }));
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "The project ended");
  return {
    ...rendered,
    dialog,
    confirm: await dialog.findByRole("button", { name: "Block 1 guest" }),
  };
}

test("Consent that is withdrawn between plan and run ends the run, which says what is missing", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { user, dialog, confirm } = await blockAda(testTenant);
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  await testTenant.tenant.withdrawConsent(SCOPE);
  await user.click(confirm);
  expect(
    await dialog.findByText(/Consent to .* is missing|Microsoft asks you to sign in again/),
  ).toHaveTextContent("Nothing more was sent.");
  expect(await testTenant.tenant.effects()).toEqual([]);
  expect((await testTenant.tenant.guestNamed(ADA))?.accountEnabled).toBe(true);
});

/** A tenant whose tokens can be taken away, as they are with a consent that is withdrawn. */
async function tenantWithTokens() {
  const tenant = await createTestTenant({ consents: "everything" });
  let isWithdrawn = false;
  const sessionOf = async (persona: string) => {
    const [held, fresh] = [await tenant.sessionOf(persona), await tenant.sessionOf(persona)];
    // Tokens that were held before are gone with the consent.
    const now = () => (isWithdrawn ? fresh : held);
    return {
      ...held,
      tokenFor: (...args: Parameters<typeof held.tokenFor>) => now().tokenFor(...args),
    };
  };
  const withdraw = async () => {
    await tenant.tenant.withdrawConsent(SCOPE);
    isWithdrawn = true;
  };
  return { testTenant: { ...tenant, sessionOf }, withdraw };
}

const stored = (name: string) =>
  Object.keys(window.sessionStorage).filter((key) => key.startsWith(`guestlist.${name}.`));

test("What is tried again keeps its reason on the way to the consent page and back", async () => {
  const { testTenant, withdraw } = await tenantWithTokens();
  const { user, dialog, confirm, unmount } = await blockAda(testTenant);
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  await withdraw();
  await user.click(confirm);
  await user.click(await dialog.findByRole("button", { name: "Try again" }));
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), ", as agreed");
  await user.click(await dialog.findByRole("button", { name: "Give permission" }));
  unmount();
  await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  const back = within(await screen.findByRole("dialog", { name: "Block" }));
  expect(back.getByRole("textbox", { name: "Reason" })).toHaveValue("The project ended, as agreed");
  // Whom it is about is selected again, too.
  const ada = await screen.findByRole("checkbox", { name: `Select ${ADA}`, hidden: true });
  await waitFor(() => {
    expect(ada).toBeChecked();
  });
});

test("Who comes back without the permission reads it in the dialog, and of no other permission", async () => {
  const tenant = await createTestTenant({ consents: "everything" });
  await tenant.tenant.withdrawConsent(SCOPE);
  const failure = new IdentityError("declined", "as the test wished", "access_denied");
  const sessionOf = async (persona: string) => ({
    ...(await tenant.sessionOf(persona)),
    ...{ failure, ask: () => undefined },
  });
  const testTenant = { ...tenant, sessionOf };
  const { user, dialog, unmount } = await blockAda(testTenant);
  expect(await dialog.findByText("Your consent is needed first")).toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Give permission" }));
  unmount();
  await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  const back = within(await screen.findByRole("dialog", { name: "Block" }));
  expect(await back.findByText("The permission was not given")).toBeInTheDocument();
  expect(back.getByText(/ask an administrator to open Guestlist/)).toBeInTheDocument();
});

test("The way back from consent to an undo leads to the undo alone, and not to the plan that was run", async () => {
  vi.spyOn(systemClock, "sleep").mockResolvedValue();
  const { testTenant, withdraw } = await tenantWithTokens();
  const { user, dialog, confirm, unmount } = await blockAda(testTenant);
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  const adaId = (await testTenant.tenant.guestNamed(ADA))?.id ?? "";
  // Kept on an earlier way to the consent page.
  const { homeAccountId, tenantId } = (await testTenant.sessionOf("Grace Okafor")).account;
  guestPlanDraftStorage.save(
    { homeAccountId, tenantId },
    { bar: "Act", kind: "block", ids: [adaId], reason: "The project ended" },
  );
  await user.click(confirm);
  const undo = await dialog.findByRole("button", { name: "Undo (unblock 1 guest)" });
  expect(stored("draft"), "a page that is loaded anew must not begin it twice").toEqual([]);
  // What the server tells of the run.
  testTenant.api.history = testTenant.api.ledger.operations().map((operation) => ({
    ...rowWith(blocked, operationOnWire.parse(operation)),
    guest: { id: adaId, displayName: ADA, mail: null },
  }));
  await withdraw();
  await user.click(undo);
  await user.type(await dialog.findByRole("textbox", { name: "Reason" }), "Too early");
  await user.click(await dialog.findByRole("button", { name: "Give permission" }));
  expect([stored("draft").length, stored("undo").length]).toEqual([0, 1]);
  unmount();
  await testTenant.tenant.grantConsent(SCOPE);
  const back = await renderPage(testTenant, <GuestsPage />, { path: "/guests" });
  const undoDialog = within(await screen.findByRole("dialog"));
  await undoDialog.findByRole("heading", { name: "Undo: unblock" });
  const unblock = await undoDialog.findByRole("button", { name: "Unblock 1 guest" });
  await waitFor(() => {
    expect(unblock).not.toHaveAttribute("aria-disabled", "true");
  });
  await back.user.click(unblock);
  // Once it is begun, a page that is loaded anew does not ask again.
  await waitFor(() => {
    expect(stored("undo")).toEqual([]);
  });
  expect(screen.getByRole("dialog")).toBeInTheDocument();
});

test("A run that waits for Graph is stopped at once: what was not sent has no effect", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.conditions({
    faults: [{ kind: "throttled", method: "PATCH", pathPrefix: "/users/", retryAfterSeconds: 60 }],
  });
  const { user, dialog, confirm } = await blockAda(testTenant);
  await user.click(confirm);
  expect(await dialog.findByText(/Microsoft Graph asks us to wait \d+ s/)).toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Stop" }));
  // What was sent without a good answer is looked for during half a minute.
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await dialog.findByText(/^You stopped the run\./)).toBeInTheDocument();
  expect(await testTenant.tenant.effects()).toEqual([]);
});

test("A plan that was left on the way to consent opens for its own guest again, not over another one", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const [ada, ben] = [
    await testTenant.tenant.addGuest({ name: ADA }),
    await testTenant.tenant.addGuest({ name: "Ben of Partner" }),
  ];
  const { account: me } = await testTenant.sessionOf("Grace Okafor");
  const of = { bar: "Act on this guest", kind: "block", reason: "Left" } as const;
  const draft = { ...of, ids: [ada.id] };
  guestPlanDraftStorage.save(me, draft);
  const nobody = () => Promise.resolve({ candidates: [], gone: [] });
  const bar = (id: string) => (
    <GuestCommandBar ids={new Set([id])} offers={["block"]} label={draft.bar} find={nobody} />
  );
  const ofAda = await renderPage(testTenant, bar(ada.id), { path: "/guests" });
  expect(await screen.findByRole("dialog")).toBeInTheDocument();
  ofAda.unmount();
  await renderPage(testTenant, bar(ben.id), { path: "/guests" });
  expect(await screen.findByRole("button", { name: "Block" })).toBeInTheDocument();
  await vi.dynamicImportSettled();
  expect(screen.queryByRole("dialog")).toBeNull();
});
