import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reviewCreated, rowWith, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant, type TestTenant } from "@/components/testing/test-tenant";
import type { HistoryRow } from "@/lib/contract/history";
import { systemClock } from "@/lib/graph/clock";
import { ReviewPage } from "../detail/review-page";
import { DEFINITIONS, makeReview, sendAs } from "../testing/make-review";
import { ReviewsPage } from "./reviews-page";

// A run waits between its looks at the directory; here nothing lags.
beforeEach(() => {
  vi.spyOn(systemClock, "sleep").mockResolvedValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const OPERATION_ID = "6f6c1c7e-0b7a-4a53-9a7e-5f3b8b1f7c11";

/** Two reviews of one request, one guest each; the history names the second. */
async function madeTwice() {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant, api } = testTenant;
  const ada = await tenant.addGuest({ name: "Ada of Partner" });
  const ben = await tenant.addGuest({ name: "Ben of Partner" });
  const { id: groupId } = await tenant.addGroup({ name: "Quay", members: [ada.id, ben.id] });
  const options = {
    name: "Quarterly",
    groupId,
    reviewers: ["Grace Okafor"],
    operationId: OPERATION_ID,
  };
  const first = await makeReview(testTenant, options);
  await tenant.advance("PT2S");
  const second = await makeReview(testTenant, options);
  const row = madeBy(tenant.persona("Grace Okafor").userId, second.reviewId);
  api.instead = ({ url }) =>
    new URL(url).searchParams.get("subject") === OPERATION_ID
      ? Response.json({ rows: [row], next: null })
      : null;
  return { testTenant, first, second };
}

/** The row of the history that says what the request made. */
function madeBy(actorId: string, reviewId: string): HistoryRow {
  const actor = { id: actorId, displayName: "Grace", mail: null };
  const planId = "0d9d4f0b-55b1-4c8e-8d53-2a0f2c9f4e22";
  return {
    ...rowWith(reviewCreated, {
      id: OPERATION_ID,
      planId,
      subject: { type: "review", id: OPERATION_ID },
      steps: reviewCreated.operation.steps.map((step) => ({ ...step, id: OPERATION_ID })),
    }),
    id: OPERATION_ID,
    actor,
    subject: { type: "review", id: reviewId },
    outcome: { ...recordedOutcome, recordedBy: actor },
  };
}

type Made = Awaited<ReturnType<typeof makeReview>>;

/** Grace answers the first item of that review. */
async function answerOne(testTenant: TestTenant, { reviewId, instanceId }: Made): Promise<void> {
  const path = `${DEFINITIONS}/${reviewId}/instances/${instanceId}/decisions`;
  const { value } = (await sendAs(testTenant, "Grace Okafor", ["GET", path])) as {
    value: { id: string }[];
  };
  const answer = { decision: "Approve", justification: "Still with us" };
  await sendAs(testTenant, "Grace Okafor", ["PATCH", `${path}/${value[0]?.id ?? ""}`], answer);
}

test("Of two reviews that both hold answers either may go, and exactly the chosen one goes", async () => {
  const { testTenant, first, second } = await madeTwice();
  await answerOne(testTenant, first);
  await answerOne(testTenant, second);
  const list = await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  // Before the instances are read, answers are possible; then they are counted.
  await waitFor(() => {
    const made = within(screen.getByRole("main")).getAllByRole("listitem");
    expect(made.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^The first, created .*: 1 of 2 answered$/),
      expect.stringMatching(/^The second, created .*: 1 of 2 answered; the history names it$/),
    ]);
  });
  screen.getByText(/The first may hold answers, which would be deleted with it/);
  await list.user.click(screen.getByRole("button", { name: "Delete the second" }));
  const path = window.location.pathname + window.location.search;
  expect(path).toBe(`/reviews/${second.reviewId}?do=delete-review`);
  list.unmount();

  const page = <ReviewPage reviewId={second.reviewId} />;
  const { user } = await renderPage(testTenant, page, { path });
  const dialog = await screen.findByRole("dialog");
  fireEvent.change(within(dialog).getByRole("textbox", { name: "Reason" }), {
    target: { value: "Made twice by one request" },
  });
  const confirm = within(dialog).getByRole("button", { name: "Delete review" });
  await waitFor(() => {
    expect(confirm).not.toHaveAttribute("aria-disabled", "true");
  });
  await user.click(confirm);
  await waitFor(async () => {
    expect((await testTenant.tenant.reviews()).map(({ id }) => id)).toEqual([first.reviewId]);
  });
  await waitFor(() => {
    expect(testTenant.api.ledger.entries.at(-1)).toMatchObject({
      kind: "carried-out",
      outcome: { result: "done" },
    });
  });
  expect(testTenant.api.ledger.entries.find(({ kind }) => kind === "planned")).toMatchObject({
    operation: { kind: "delete-review", subject: { id: second.reviewId } },
  });
});

test("While the history cannot be read, neither of two reviews is offered to be deleted", async () => {
  const { testTenant } = await madeTwice();
  testTenant.api.instead = ({ url }) =>
    new URL(url).searchParams.get("subject") === OPERATION_ID
      ? Response.json({ kind: "unavailable", message: "No database" }, { status: 503 })
      : null;
  await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  await screen.findByText(/The history couldn't be read, so it isn't known which/, undefined, {
    timeout: 30_000,
  });
  expect(screen.queryByRole("button", { name: /^Delete the/ })).toBeNull();
  expect(screen.queryByText(/the history names none/)).toBeNull();
}, 60_000);
