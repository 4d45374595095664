import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import { useEffect, useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { GuestsPage } from "@/components/guests/guests-page";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.useRealTimers();
});

const GUESTS = ["Ada of Partner", "Ben of Partner"];

/** The list of guests, and another page once somebody goes back. */
function Pages() {
  const [isElsewhere, setIsElsewhere] = useState(false);
  useEffect(() => {
    const leave = () => {
      setIsElsewhere(true);
    };
    window.addEventListener("popstate", leave);
    return () => {
      window.removeEventListener("popstate", leave);
    };
  }, []);
  return isElsewhere ? <h1>Another page</h1> : <GuestsPage />;
}

/** Selects both guests, gives a reason and begins to block them. */
async function blockBoth(testTenant: TestTenant) {
  for (const name of GUESTS) await testTenant.tenant.addGuest({ name, lastSeen: "200 days ago" });
  const { user } = await renderPage(testTenant, <Pages />, { path: "/guests?q=of+Partner" });
  for (const name of GUESTS) {
    await user.click(await screen.findByRole("checkbox", { name: `Select ${name}` }));
  }
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  await user.click(bar.getByRole("button", { name: "Block" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Block" }));
  await user.type(dialog.getByRole("textbox", { name: "Reason" }), "The project ended");
  await user.click(await dialog.findByRole("button", { name: "Block 2 guests" }));
  return { user, dialog };
}

async function throttledTenant(): Promise<TestTenant> {
  const testTenant = await createTestTenant({ consents: "everything" });
  await testTenant.tenant.conditions({
    faults: [{ kind: "throttled", method: "PATCH", pathPrefix: "/users/", retryAfterSeconds: 60 }],
  });
  return testTenant;
}

const tray = async () => within(await screen.findByRole("region", { name: "Plans carried out" }));

/** Whether the browser would ask before the tab is closed. */
function asksBeforeClosing(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

test("Back during a run hides nothing: the tray on the next page shows how far it is, and stops it", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const testTenant = await throttledTenant();
  const { user, dialog } = await blockBoth(testTenant);
  await dialog.findByText(/Microsoft Graph asks us to wait/);
  act(() => {
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  expect(await screen.findByRole("heading", { name: "Another page" })).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).toBeNull();
  const runs = await tray();
  expect(runs.getByText(/^Blocking 0 of 2/)).toBeInTheDocument();
  expect(asksBeforeClosing()).toBe(true);
  await user.click(runs.getByRole("button", { name: "Stop" }));
  expect(runs.getByRole("button", { name: "Stopping …" })).toBeInTheDocument();
  // What was sent without a good answer is looked for during half a minute.
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await runs.findByText(/^2 (unknown|not sent)$/)).toBeInTheDocument();
  expect(await testTenant.tenant.effects()).toEqual([]);
  expect(asksBeforeClosing()).toBe(false);
});

test("A dialog can be left while its run goes on: the tray opens it again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const testTenant = await throttledTenant();
  const { user, dialog } = await blockBoth(testTenant);
  await user.click(await dialog.findByRole("button", { name: "Continue in the background" }));
  const runs = await tray();
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  await user.click(runs.getByRole("button", { name: "Details" }));
  const again = within(await screen.findByRole("dialog", { name: "Block" }));
  expect(again.getByText(/0 of 2/)).toBeInTheDocument();
  expect(again.getByRole("list", { name: "Outcomes" })).toHaveTextContent(GUESTS[0] ?? "");
  await user.click(again.getByRole("button", { name: "Stop" }));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await again.findByText(/^You stopped the run\./)).toBeInTheDocument();
});

test("What a run came to stays on every page, with its undo and its place in the history, until it is dismissed", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { user, dialog } = await blockBoth(testTenant);
  expect(await dialog.findByText("2 blocked")).toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Close" }));
  act(() => {
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  const runs = await tray();
  expect(runs.getByRole("status")).toHaveTextContent("2 blocked");
  expect(runs.getByRole("link", { name: "Show in the history" })).toHaveAttribute(
    "href",
    expect.stringMatching(/^\/history\?plan=.+/),
  );
  await user.click(runs.getByRole("button", { name: "Undo (unblock 2 guests)" }));
  const undo = within(await screen.findByRole("dialog"));
  await user.click(await undo.findByRole("button", { name: "Cancel" }));
  await user.click(runs.getByRole("button", { name: "Dismiss" }));
  await waitFor(() => {
    expect(screen.queryByRole("region", { name: "Plans carried out" })).toBeNull();
  });
});

test("Another account of the same tab sees nothing of a run", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { dialog, user } = await blockBoth(testTenant);
  expect(await dialog.findByText("2 blocked")).toBeInTheDocument();
  await user.click(dialog.getByRole("button", { name: "Close" }));
  await tray();
  cleanup();
  await renderPage(testTenant, <GuestsPage />, { persona: "Manuel Ortega", path: "/guests" });
  await screen.findByRole("checkbox", { name: `Select ${GUESTS[0] ?? ""}` });
  await vi.dynamicImportSettled();
  expect(screen.queryByRole("region", { name: "Plans carried out" })).toBeNull();
});
