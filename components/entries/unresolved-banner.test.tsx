import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { entry } from "@/components/history/testing/open-history";
import { GuestsPage } from "@/components/guests/guests-page";
import { OverviewPage } from "@/components/overview/overview-page";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";

test.each([
  ["Overview", OverviewPage, "/"],
  ["Guests", GuestsPage, "/guests"],
])("%s tells of a run that was interrupted, and of nothing else", async (_name, Page, path) => {
  const testTenant = await createTestTenant({ guests: 1 });
  testTenant.api.history = [
    entry(3, "Cleo of Partner"),
    { ...entry(2, "Ben of Partner"), outcome: null },
    { ...entry(1, "Ada of Partner"), outcome: null },
  ];
  await renderPage(testTenant, <Page />, { path });
  expect(await screen.findByText("2 operations have no known outcome")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Check outcomes now" })).toBeInTheDocument();
});

test("A run that was interrupted while it was recorded says how many operations were never begun", async () => {
  const testTenant = await createTestTenant();
  const row = { ...entry(1, "Ada of Partner"), outcome: null, confirmed: 120 };
  const { planId } = row.operation;
  const plan = { planId, operations: 100, kinds: ["block"], results: [] };
  const { api } = testTenant;
  api.history = [row];
  api.instead = ({ url }) =>
    url.includes(`plan=${planId}`)
      ? Response.json({
          rows: [row],
          plans: [{ ...plan, recorded: 100, confirmed: 120, isHeld: false }],
          next: null,
        })
      : null;
  await renderPage(testTenant, <OverviewPage />, { path: "/" });
  expect(
    await screen.findByText(/Of 1 interrupted plan, 100 of 120 confirmed; 20 were never begun\.$/),
  ).toBeInTheDocument();
});
