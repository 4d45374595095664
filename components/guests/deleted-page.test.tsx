import { screen, waitFor, within } from "@testing-library/react";
import { DAY } from "@/lib/domain/time";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow } from "@/lib/contract/history";
import { guestPlanDraftStorage } from "@/lib/services/tab-drafts";
import { DeletedPage } from "./deleted-page";

const DELETED = "/directory/deletedItems";

/** A tenant from which some guests were removed, one day after another. */
async function removed(...names: readonly string[]): Promise<TestTenant> {
  const testTenant = await createTestTenant({ consents: "everything" });
  for (const name of names) {
    const { id } = await testTenant.tenant.addGuest({ name });
    await testTenant.tenant.change({ id }, { deleted: true });
    await testTenant.tenant.advance("P1D");
  }
  return testTenant;
}

const page = (testTenant: TestTenant, path = "/deleted") =>
  renderPage(testTenant, <DeletedPage />, { path });
const names = async () =>
  within(await screen.findByRole("grid", { name: "Deleted guests" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell")[1]?.textContent);

test("A reading that failed says so and is tried again by its button", async () => {
  const testTenant = await removed("Ada of Partner");
  await testTenant.tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix: DELETED }],
  });
  const { user } = await page(testTenant);
  const card = within(await screen.findByRole("alert"));
  expect(card.getByText("Nobody can be restored until they are read.")).toBeInTheDocument();
  await testTenant.tenant.conditions({ faults: [] });
  await user.click(card.getByRole("button", { name: "Try again" }));
  await waitFor(async () => {
    expect(await names()).toEqual(["Ada of Partner"]);
  });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("Where the permission is missing it is asked for, and nothing is read in vain", async () => {
  const testTenant = await removed("Ada of Partner");
  await testTenant.tenant.withdrawConsent("User.Read.All");
  const ask = vi.fn();
  const asking = {
    ...testTenant,
    sessionOf: async (persona: string) => ({ ...(await testTenant.sessionOf(persona)), ask }),
  };
  const { user } = await page(asking);
  const alerts = await screen.findAllByRole("alert");
  const card = alerts.find(({ textContent }) => textContent.includes("the deleted guests"));
  if (card === undefined) throw new Error("The failure is not shown.");
  await user.click(within(card).getByRole("button", { name: "Give permission" }));
  expect(ask.mock.calls.map(([scopes]: readonly unknown[]) => scopes)).toEqual([["User.Read.All"]]);
});

test("The latest come first; they are found without accents, sorted, and a link shows the same", async () => {
  const testTenant = await removed("José Álvarez", "Ada Quist", "Ben Zorn");
  const { user } = await page(testTenant);
  await waitFor(async () => {
    expect(await names()).toEqual(["Ben Zorn", "Ada Quist", "José Álvarez"]);
  });
  expect(screen.getByText("3 of 3 deleted guests.")).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox", { name: "Search deleted guests" }), "alvarez jose");
  await screen.findByText("1 of 3 deleted guests.");
  await waitFor(() => {
    expect(window.location.search).toBe("?q=alvarez+jose");
  });
});

test("An address sorts and searches; when nobody matches, the filters are cleared by a button", async () => {
  const testTenant = await removed("José Álvarez", "Ada Quist");
  const { user } = await page(testTenant, "/deleted?q=nobody&sort=name&order=asc");
  await user.click(await screen.findByRole("button", { name: "Clear the filters" }));
  await waitFor(async () => {
    expect(await names()).toEqual(["Ada Quist", "José Álvarez"]);
  });
});

test("Select all takes those who match, and not the others", async () => {
  const testTenant = await removed("Ada Quist", "Ben Zorn");
  const { user } = await page(testTenant, "/deleted?q=ben");
  await user.click(await screen.findByRole("checkbox", { name: "Select all that match" }));
  const bar = within(screen.getByRole("toolbar", { name: "Act" }));
  expect(await bar.findByText("1 selected")).toBeInTheDocument();
});

const OPERATION = "5b1e0a52-7c55-4f0e-8a52-6a4d0a7f2a01";
const PLAN = "5b1e0a52-7c55-4f0e-8a52-6a4d0a7f2a02";

/** The history's row of a removal by Grace, at an instant. */
const removal = (guestId: string, at: number): HistoryRow => ({
  ...blocked,
  recordedAt: at - 1_000,
  reason: "Project ended",
  operation: {
    ...blocked.operation,
    id: OPERATION,
    planId: PLAN,
    kind: "remove",
    guestId,
    subject: { type: "guest", id: guestId },
    steps: [
      {
        id: OPERATION,
        name: "remove",
        request: { method: "DELETE", path: `/users/${guestId}`, body: null },
      },
    ],
  },
  guest: { id: guestId, displayName: "Ada", mail: null },
  outcome: { ...recordedOutcome, result: "done", recordedAt: at + 1_000 },
});

test("The list says who removed a guest and why, and finds them by it; others were removed elsewhere", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant, api } = testTenant;
  const ids: string[] = [];
  for (const name of ["Ada", "Ben"]) {
    const { id } = await tenant.addGuest({ name });
    await tenant.change({ id }, { deleted: true });
    ids.push(id);
  }
  api.history = [removal(ids[0] ?? "", Date.now())];
  const { user } = await page(testTenant);
  const row = (name: string) => screen.findByRole("row", { name: new RegExp(name) });
  await waitFor(async () => {
    expect(await row("Ada")).toHaveTextContent(/Grace.*Project ended/);
  });
  expect(await row("Ben")).toHaveTextContent("Not with Guestlist");
  await user.type(screen.getByRole("searchbox", { name: "Search deleted guests" }), "project end");
  await screen.findByText("1 of 2 deleted guests.");
  expect(await names()).toEqual(["Ada"]);
});

test("A deleted guest opens: who, why, the days that are left, and Restore", async () => {
  const testTenant = await removed("Ada");
  const { user } = await page(testTenant);
  const gone = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
  await user.click(await screen.findByRole("gridcell", { name: "Ada" }));
  const panel = within(await screen.findByRole("dialog", { name: "Deleted guest" }));
  const day = gone.format(Date.now() + 30 * DAY);
  expect(await panel.findByText(day, { exact: false })).toBeInTheDocument();
  expect(panel.getByText(/\((29|30) days\)/)).toBeInTheDocument();
  expect(await panel.findByText("Not with Guestlist")).toBeInTheDocument();
  expect(panel.getByRole("button", { name: "Restore" })).toBeInTheDocument();
  expect(window.location.search).toMatch(/^\?guest=/);
});

test("An address of somebody who is not deleted any more leads back to the guests", async () => {
  await page(await removed("Ada"), "/deleted?guest=nobody");
  expect(await screen.findByRole("link", { name: "Look among the guests" })).toHaveAttribute(
    "href",
    "/guests?guest=nobody",
  );
});

test("What was begun in the list of guests does not open in Deleted, where nobody of them is", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { id } = await testTenant.tenant.addGuest({ name: "Ada of Partner" });
  const { homeAccountId, tenantId } = (await testTenant.sessionOf("Grace Okafor")).account;
  guestPlanDraftStorage.save(
    { homeAccountId, tenantId },
    { bar: "Act", kind: "block", ids: [id], reason: "The project ended" },
  );
  await page(testTenant);
  await screen.findByText("Nobody to restore");
  await vi.dynamicImportSettled();
  expect(screen.queryByRole("dialog")).toBeNull();
});
