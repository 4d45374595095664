import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import type { OperationRow } from "@/lib/contract/history";
import { rowWith } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "./history-page";
import { entry, openHistory, uuid } from "./testing/open-history";

const storedUndos = () =>
  Object.keys(window.sessionStorage).filter((key) => key.startsWith("guestlist.undo"));

/** The button, once it is known that nothing stands against it. */
async function undoOffered(): Promise<HTMLElement> {
  const button = { name: "Undo this plan" };
  await waitFor(() => {
    expect(screen.getByRole("button", button)).not.toHaveAttribute("aria-disabled", "true");
  });
  return screen.getByRole("button", button);
}

/** What took a block back. */
function unblockOf(block: OperationRow, number: number, undoes: string | null): OperationRow {
  const steps = block.operation.steps.map((step) => ({
    ...step,
    id: uuid(number),
    name: "unblock",
  }));
  const of = { id: uuid(number), planId: uuid(950), kind: "unblock" as const, undoes, steps };
  return { ...rowWith(block, of), id: uuid(number), seq: number };
}

describe("An entry of the history", () => {
  test("leads from an entry to taking its plan back, and leaves alone whom a later operation changed", async () => {
    const ben = entry(2, "Ben of Partner");
    const again = { ...rowWith(ben, { planId: uuid(902) }), id: uuid(3), seq: 3 };
    const { user } = await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [again, ben, entry(1, "Ada of Partner")];
    });
    await user.click(await undoOffered());
    const undo = await screen.findByRole("list", { name: "Guests in the plan" });
    expect(undo).toHaveTextContent(/^Ada of Partner/);
    expect(screen.getByRole("list", { name: "Skipped guests" })).toHaveTextContent(
      /^Ben of Partner.*A later operation changed this guest: left as is$/,
    );
    expect(screen.getByRole("heading", { name: "Undo: unblock" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Unblock 1 guest" })).toBeInTheDocument();
  });

  test("reads anew before an undo that did not work is tried again: what a colleague did meanwhile stays", async () => {
    const block = entry(1, "Ada of Partner");
    const { user, testTenant } = await openHistory(
      `/history?entry=${uuid(1)}`,
      ({ api }) => {
        api.history = [block];
      },
      { consents: "everything" },
    );
    await user.click(await undoOffered());
    await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Too early");
    await user.click(await screen.findByRole("button", { name: "Unblock 1 guest" }));
    const again = await screen.findByRole("button", { name: "Try again" });
    const later = { ...rowWith(block, { planId: uuid(902) }), id: uuid(3), seq: 3 };
    testTenant.api.history = [later, block];
    await user.click(again);
    expect(await screen.findByRole("list", { name: "Skipped guests" })).toHaveTextContent(
      /^Ada of Partner.*A later operation changed this guest: left as is$/,
    );
    expect(screen.queryByRole("button", { name: "Unblock 1 guest" })).toBeNull();
  });

  test("reads anew also where the undo that did not work is tried again from the tray", async () => {
    const block = entry(1, "Ada of Partner");
    const { user, testTenant } = await openHistory(
      `/history?plan=${uuid(900)}`,
      ({ api }) => {
        api.history = [block];
      },
      { consents: "everything" },
    );
    await user.click(await undoOffered());
    await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Too early");
    await user.click(await screen.findByRole("button", { name: "Unblock 1 guest" }));
    await screen.findByRole("button", { name: "Try again" });
    const later = { ...rowWith(block, { planId: uuid(902) }), id: uuid(3), seq: 3 };
    testTenant.api.history = [later, block];
    await user.click(screen.getByRole("button", { name: "Close" }));
    const tray = within(await screen.findByRole("region", { name: "Plans carried out" }));
    await user.click(tray.getByRole("button", { name: "Details" }));
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("list", { name: "Skipped guests" })).toHaveTextContent(
      /^Ada of Partner.*A later operation changed this guest: left as is$/,
    );
  });

  test("does not offer to undo what was taken back, and leads to what did it", async () => {
    const block = entry(1, "Ada of Partner");
    await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, block.id), block];
    });
    const panel = within(await screen.findByRole("dialog"));
    const takenBack = await panel.findByRole("region", { name: "Taken back" });
    expect(takenBack).toHaveTextContent(/^Taken backByUnblock sign-in.*: Done$/);
    expect(panel.queryByRole("button", { name: "Undo this plan" })).toBeNull();
    const link = within(takenBack).getByRole("link", { name: /^Unblock sign-in/ });
    expect(link).toHaveAttribute("href", `/history?guest=${uuid(1_001)}&entry=${uuid(5)}`);
  });

  test("says what took it back also once somebody has corrected that it was done", async () => {
    const block = entry(1, "Ada of Partner");
    const { outcome } = block;
    if (outcome === null) throw new Error("It is done");
    const failed = { ...outcome, result: "failed" as const, correction: "She could sign in." };
    const corrected = { ...block, outcome: failed, earlierOutcomes: [outcome] };
    await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, block.id), corrected];
    });
    const panel = within(await screen.findByRole("dialog"));
    expect(await panel.findByRole("region", { name: "Taken back" })).toHaveTextContent(/: Done$/);
    expect(panel.queryByRole("button", { name: "Undo this plan" })).toBeNull();
  });

  test("names what an undo took back as a link, and offers to take the undo back", async () => {
    const block = entry(1, "Ada of Partner");
    await openHistory(`/history?entry=${uuid(5)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, block.id), block];
    });
    const back = await screen.findByRole("link", { name: "Block sign-in: Ada of Partner" });
    expect(back).toHaveAttribute("href", `/history?guest=${uuid(1_001)}&entry=${uuid(1)}`);
    expect(await undoOffered()).toBeInTheDocument();
  });

  test("does not offer to undo what a later operation changed, and names that one", async () => {
    const block = entry(1, "Ada of Partner");
    await openHistory(`/history?entry=${uuid(1)}`, ({ api }) => {
      api.history = [unblockOf(block, 5, null), block];
    });
    const panel = within(await screen.findByRole("dialog"));
    const facts = await panel.findByRole("region", { name: "Cannot be undone" });
    expect(facts).toHaveTextContent(/Later operationUnblock sign-in.*: Done$/);
    expect(panel.queryByRole("button", { name: "Undo this plan" })).toBeNull();
  });

  test("takes nothing back where the second reading, at the confirmation, fails", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    testTenant.api.history = [entry(1, "Ada of Partner")];
    const path = `/history?entry=${uuid(1)}`;
    const { user } = await renderPage(testTenant, <HistoryPage />, { path });
    await user.click(await undoOffered());
    const confirm = await screen.findByRole("button", { name: "Unblock 1 guest" });
    await user.type(screen.getByRole("textbox", { name: "Reason" }), "Too early");
    await waitFor(() => {
      expect(confirm).not.toHaveAttribute("aria-disabled", "true");
    });
    testTenant.api.instead = (request) =>
      request.url.includes("/api/history?") ? new Response("{}", { status: 503 }) : null;
    await user.click(confirm);
    expect(await screen.findByText(/Nothing was sent and nothing recorded/)).toBeInTheDocument();
    expect(testTenant.api.requests.filter((line) => line.startsWith("POST"))).toEqual([]);
  });

  test("keeps the reason of an undo on the way to the consent page and back", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    testTenant.api.history = [entry(1, "Ada of Partner")];
    await testTenant.tenant.withdrawConsent("User.EnableDisableAccount.All");
    const path = `/history?entry=${uuid(1)}`;
    const { user, unmount } = await renderPage(testTenant, <HistoryPage />, { path });
    await user.click(await undoOffered());
    await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Too early");
    await user.click(await screen.findByRole("button", { name: "Give permission" }));
    unmount();
    expect(storedUndos()).toHaveLength(1);
    const back = await renderPage(testTenant, <HistoryPage />, { path: "/history" });
    expect(await screen.findByRole("textbox", { name: "Reason" })).toHaveValue("Too early");
    expect(await screen.findByRole("heading", { name: "Undo: unblock" })).toBeInTheDocument();
    await back.user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(storedUndos()).toEqual([]);
  });
});
