import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { makeReview } from "../testing/make-review";
import { MyReviewsPage } from "./my-reviews-page";
import { ADA, BEN, CLEO, DAN } from "./testing/open-review";
import { reviewForManuel } from "./testing/review-for-manuel";

test("Reviews with something left come first; a finished one is opened, not decided, and has no rule for the undecided", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const done = await reviewForManuel(testTenant);
  for (const guest of [ADA, BEN, CLEO, DAN]) await done.answerAs("Manuel Ortega", guest, "Approve");
  const eve = await tenant.addGuest({ name: "Eve of Partner" });
  const { id } = await tenant.addGroup({ name: "Dock", members: [eve.id] });
  await makeReview(testTenant, { name: "Dock review", groupId: id });
  await renderPage(testTenant, <MyReviewsPage />, {
    persona: "Manuel Ortega",
    path: "/reviews/mine",
  });
  const open = await screen.findByRole("button", { name: /^Open: Quarterly guest review/ });
  const buttons = within(screen.getByRole("list", { name: "Reviews to decide" })).getAllByRole(
    "button",
  );
  expect(buttons.map((button) => button.textContent)).toEqual(["Decide", "Open"]);
  const [left, finished] = within(
    screen.getByRole("list", { name: "Reviews to decide" }),
  ).getAllByRole("listitem");
  expect(left).toHaveTextContent(/Dock review.*Anyone without a decision/);
  expect(finished).toContainElement(open);
  expect(finished).not.toHaveTextContent("Anyone without a decision");
  expect(screen.getByText("1 review to decide", { selector: "[role=status]" })).toBeInTheDocument();
  // The navigation says how many are left; it reads nothing of its own on this page.
  await waitFor(
    () => {
      expect(screen.getByRole("link", { name: /^My reviews/ })).toHaveAccessibleName(
        "My reviews 1 review to decide",
      );
    },
    { timeout: 10_000 },
  );
}, 60_000);

test("Two reviews of one name and one group are told apart by the day on which they began", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const eve = await testTenant.tenant.addGuest({ name: "Eve of Partner" });
  const { id: groupId } = await testTenant.tenant.addGroup({ name: "Dock", members: [eve.id] });
  await makeReview(testTenant, { name: "Dock review", groupId });
  await testTenant.tenant.advance("P1D");
  await makeReview(testTenant, { name: "Dock review", groupId });
  await renderPage(testTenant, <MyReviewsPage />, {
    persona: "Manuel Ortega",
    path: "/reviews/mine",
  });
  const decide = /^Decide: Dock review, Dock, began .+ \d{4}$/;
  await waitFor(
    () => {
      const names = screen
        .getAllByRole("button", { name: decide })
        .map((button) => button.getAttribute("aria-label"));
      expect(new Set(names).size).toBe(2);
    },
    { timeout: 10_000 },
  );
}, 60_000);

test("The message to reviewers stands above what they decide", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const review = await reviewForManuel(testTenant);
  await renderPage(testTenant, <MyReviewsPage />, {
    persona: "Manuel Ortega",
    path: review.path,
  });
  expect(await screen.findByText("Who still works with us?")).toBeInTheDocument();
  expect(await screen.findByRole("grid", { name: "Items" })).toBeInTheDocument();
});
