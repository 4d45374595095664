import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
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
