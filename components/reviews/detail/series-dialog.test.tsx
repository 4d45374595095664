import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { makeReview } from "../testing/make-review";
import { ReviewPage } from "./review-page";

vi.setConfig({ testTimeout: 60_000 });

/** The dialog that deletes a review with one ended instance, while the history gives this answer. */
async function deleting(answer: (instanceId: string) => Response | Promise<Response>) {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant, api } = testTenant;
  const ada = await tenant.addGuest({ name: "Ada of Partner" });
  const { id: groupId } = await tenant.addGroup({ name: "Quay", members: [ada.id] });
  const review = { name: "Quarterly", groupId, days: 1 };
  const { reviewId, instanceId } = await makeReview(testTenant, review);
  await tenant.advance("P3D");
  api.instead = ({ url }) =>
    new URL(url).pathname === "/api/recorded-results" ? answer(instanceId) : null;
  const path = `/reviews/${reviewId}?do=delete-review`;
  await renderPage(testTenant, <ReviewPage reviewId={reviewId} />, { path });
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText(/1 instance goes with it/);
  return dialog;
}

const recordedOf = (instanceId: string, items: number) =>
  Response.json({ instances: [{ reviewId: "r", instanceId, items }] });

test("A review is not deleted before it is known which results are in the history", async () => {
  const answers: (() => void)[] = [];
  const dialog = await deleting(
    (instanceId) =>
      new Promise((resolve) => {
        answers.push(() => {
          resolve(recordedOf(instanceId, 1));
        });
      }),
  );
  expect(
    within(dialog).getByText("Guestlist is checking which results are in the history."),
  ).toBeInTheDocument();
  expect(within(dialog).getByRole("button", { name: "Delete review" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  for (const answer of answers) answer();
  await vi.waitFor(() => {
    expect(within(dialog).queryByText(/is checking which results/)).toBeNull();
  });
  expect(within(dialog).queryByText("Results would be lost")).toBeNull();
});

test("Results of which nothing is in the history would be lost", async () => {
  const dialog = await deleting((instanceId) => recordedOf(instanceId, 0));
  expect(await within(dialog).findByText("Results would be lost")).toBeInTheDocument();
});

test("Where the history cannot be read, the dialog says that it is not known", async () => {
  const dialog = await deleting(() =>
    Response.json({ kind: "forbidden", message: "No" }, { status: 403 }),
  );
  expect(
    await within(dialog).findByText("It isn't known whether results would be lost", undefined, {
      timeout: 30_000,
    }),
  ).toBeInTheDocument();
  expect(within(dialog).queryByText("Results would be lost")).toBeNull();
});
