import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { reviewCreated, rowWith } from "@/lib/queries/testing/some-rows";
import { plannedEntry } from "@/lib/runner/run-recorder";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow } from "@/lib/contract/history";
import { READ_AGAIN } from "@/lib/domain/outcome";
import { markerOf } from "@/lib/domain/reviews/marker";
import { makeReview } from "../testing/make-review";
import { ReviewsPage } from "./reviews-page";

const HOUR_MILLISECONDS = 3_600_000;
const OPERATION_ID = "6f6c1c7e-0b7a-4a53-9a7e-5f3b8b1f7c11";

const MADE = rowWith(reviewCreated, {
  id: OPERATION_ID,
  planId: "0d9d4f0b-55b1-4c8e-8d53-2a0f2c9f4e22",
  subject: { type: "review", id: OPERATION_ID },
  steps: [
    {
      id: OPERATION_ID,
      name: "create-review",
      request: {
        method: "POST",
        path: "/identityGovernance/accessReviews/definitions",
        body: {
          displayName: "Quarterly",
          descriptionForAdmins: `Quarterly ${markerOf(OPERATION_ID)}`,
        },
      },
    },
  ],
});

/** What a colleague recorded an hour ago: the review that was to be made never showed. */
function calledFailed(actorId: string): HistoryRow {
  const at = Date.now() - HOUR_MILLISECONDS;
  const colleague = { id: actorId, displayName: "Uma", mail: null };
  return {
    ...MADE,
    id: OPERATION_ID,
    recordedAt: at,
    actor: colleague,
    subject: MADE.operation.subject,
    outcome: {
      result: "failed",
      evidence: "observed",
      detail: "Never sent, or not applied: the directory does not show it.",
      requestId: null,
      recordedAt: at,
      recordedBy: colleague,
      correction: null,
    },
  };
}

/** The history with one row in it, as the server answers who filters it. */
function holds({ api }: TestTenant, row: HistoryRow): void {
  api.instead = ({ method, url }) => {
    const { pathname, searchParams } = new URL(url);
    if (method !== "GET" || pathname !== "/api/history") return null;
    const latest = row.kind === "planned" ? (api.ledger.outcomeOf(row.id) ?? row.outcome) : null;
    const isOfPlan = row.kind === "planned" && searchParams.get("plan") === row.operation.planId;
    const matches =
      isOfPlan ||
      (searchParams.get("kind") === "create-review" &&
        searchParams.get("result") === latest?.result);
    return Response.json({ rows: matches ? [row] : [], next: null });
  };
}

async function tenantWith(reviewMark: string) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant, api } = testTenant;
  const group = await tenant.addGroup({ name: "Quay" });
  await makeReview(testTenant, { name: "Quarterly", groupId: group.id, operationId: reviewMark });
  const row = calledFailed(tenant.persona("Uma Lindqvist").userId);
  await api.ledger.append({ entries: [plannedEntry(MADE.operation, 1)], cards: [] });
  if (row.kind === "planned" && row.outcome !== null) {
    const { result, evidence, detail, requestId } = row.outcome;
    const outcome = { result, evidence, detail, requestId };
    const id = "2b1b0a55-7f53-4f0e-9c0e-0a8f5f6f9d33";
    const failed = { id, kind: "carried-out", operationId: OPERATION_ID, guestId: null } as const;
    await api.ledger.append({ entries: [{ ...failed, outcome }], cards: [] });
  }
  holds(testTenant, row);
  return testTenant;
}

test("A review that shows only after the history called it failed is put right there, and only there", async () => {
  const testTenant = await tenantWith(OPERATION_ID);
  const { tenant, api } = testTenant;
  const madeBefore = await tenant.effects();
  const [review] = await tenant.reviews();
  const { user } = await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  await screen.findByText("1 review exists, but the history does not say that it was created");
  expect(screen.getByText(/: “Failed” in the history/)).toHaveTextContent("Quarterly");
  await user.click(screen.getByRole("button", { name: "Correct the history" }));
  await screen.findByText("The history was corrected");
  expect(api.ledger.entries.at(-1)).toMatchObject({
    kind: "carried-out",
    operationId: OPERATION_ID,
    subject: { type: "review", id: review?.id },
    outcome: { result: "done", evidence: "observed" },
    correction: READ_AGAIN,
  });
  expect(api.ledger.outcomesOf(OPERATION_ID).map(({ result }) => result)).toEqual([
    "failed",
    "done",
  ]);
  expect(await tenant.effects()).toEqual(madeBefore);
  expect(screen.queryByText(/but the history does not say/)).toBeNull();
});

test("A review that bears the marker of another operation is not taken for the one that failed", async () => {
  const testTenant = await tenantWith("6f6c1c7e-0b7a-4a53-9a7e-5f3b8b1f7c12");
  const { api } = testTenant;
  await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  await screen.findByRole("grid", { name: "Access reviews" });
  await expect
    .poll(() => api.requests.filter((line) => /\/api\/history\?.*result=/.test(line)))
    .toHaveLength(2);
  expect(screen.queryByRole("button", { name: "Correct the history" })).toBeNull();
});
