import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { OperationRow, PlanSummary } from "@/lib/contract/history";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { rowWith } from "@/lib/queries/testing/some-rows";
import { HistoryPage } from "./history-page";
import { entry, openHistory, uuid } from "./testing/open-history";

const plan: PlanSummary = {
  planId: uuid(900),
  operations: 100,
  kinds: ["block"],
  results: [{ result: "done", count: 100 }],
  decisions: [],
  subjects: 0,
  recorded: 100,
  confirmed: 120,
  isHeld: false,
};

const ben: OperationRow = {
  ...entry(1, "Ben of Partner"),
  guest: { id: uuid(1_001), displayName: "Ben of Partner", mail: "ben@partner.example" },
};

/** The table of the history whose only row stands for this plan. */
async function tableWith(changes: Partial<PlanSummary>, row = ben, search = "") {
  await openHistory(`/history${search}`, ({ api }) => {
    api.instead = ({ url }) =>
      url.includes("by=plan")
        ? Response.json({ rows: [row], plans: [{ ...plan, ...changes }], next: null })
        : null;
  });
  return screen.findByRole("table", { name: "Entries, newest first" });
}

test("A plan that was cut off says how many were confirmed and never begun", async () => {
  const table = await tableWith({});
  expect(table).toHaveTextContent("Block sign-in: 100 operations");
  expect(table).toHaveTextContent("100 of 120 confirmed; 20 were never begun");
});

test("Also a plan of which only one operation was begun has a row of its own", async () => {
  const table = await tableWith({ operations: 1, recorded: 1 });
  expect(table).toHaveTextContent("1 of 120 confirmed; 119 were never begun");
  expect(within(table).getByRole("link", { name: "Ben of Partner" })).toHaveAttribute(
    "href",
    `/history?plan=${uuid(900)}`,
  );
});

test("The operations of a plan say it too, and that nothing was sent for the rest", async () => {
  await openHistory(`/history?plan=${uuid(900)}`, ({ api }) => {
    api.instead = ({ url }) =>
      url.includes("plan=") ? Response.json({ rows: [ben], plans: [plan], next: null }) : null;
  });
  expect(await screen.findByText("100 of 120 confirmed; 20 were never begun")).toBeInTheDocument();
  expect(screen.getByText(/nothing was sent for them/)).toBeInTheDocument();
});

test("A row of a plan shows the guest's mail, and leads to the operations that it counts", async () => {
  const table = await tableWith({}, ben, "?kind=block&from=2026-11-01&to=2026-11-30");
  expect(table).toHaveTextContent("ben@partner.example");
  expect(within(table).getByRole("link", { name: "Ben of Partner and 99 more" })).toHaveAttribute(
    "href",
    `/history?plan=${uuid(900)}&kind=block&from=2026-11-01&to=2026-11-30`,
  );
});

test("No outcome and an unknown one are counted as one", async () => {
  const table = await tableWith({
    results: [
      { result: "unresolved", count: 60 },
      { result: "unknown", count: 40 },
    ],
  });
  expect(within(table).getAllByText(/unknown/)).toHaveLength(1);
  expect(table).toHaveTextContent("100 unknown");
});

test("Answers say how many were which decision, and in which review", async () => {
  const testTenant = await createTestTenant({ guests: 60, reviews: true, consents: "everything" });
  const [review] = await testTenant.tenant.reviews();
  if (review === undefined) throw new Error("The simulator has no review.");
  const subject = { type: "review", id: review.id } as const;
  const body = { decision: "Deny", justification: "Left" };
  const request = { method: "PATCH", path: "/identityGovernance/accessReviews/d", body } as const;
  const steps = [{ id: uuid(1), name: "answer-item", request }];
  const single = { ...rowWith(ben, { kind: "answer-item", planId: uuid(901), steps }), subject };
  const newest = { ...rowWith(single, { planId: uuid(900) }), id: uuid(2), seq: 2 };
  const decisions = [
    { decision: "Approve", count: 8 },
    { decision: "Deny", count: 4 },
  ];
  const answers = { ...plan, kinds: ["answer-item"], decisions, subjects: 1 };
  testTenant.api.instead = ({ url }) =>
    url.includes("by=plan")
      ? Response.json({ rows: [newest, single], plans: [answers], next: null })
      : null;
  await renderPage(testTenant, <HistoryPage />, { path: "/history" });
  const links = await screen.findAllByRole("link", { name: review.name });
  expect(links.map((link) => link.getAttribute("href"))).toEqual([
    `/reviews/${review.id}`,
    `/reviews/${review.id}`,
  ]);
  const table = screen.getByRole("table", { name: "Entries, newest first" });
  expect(table).toHaveTextContent("8 approved · 4 denied");
  expect(table).toHaveTextContent(`Answer as a reviewer (Denied)in ${review.name}`);
});
