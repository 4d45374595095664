import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { MyReviewsPage } from "./my-reviews-page";
import { ADA, BEN, beside, CLEO, DAN, grid, shows } from "./testing/open-review";
import { reviewForManuel } from "./testing/review-for-manuel";

test("A decision names who took it, and the list is narrowed to mine or to those of others", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const review = await reviewForManuel(testTenant, {
    reviewers: ["Manuel Ortega", "Uma Lindqvist"],
  });
  await review.answerAs("Uma Lindqvist", ADA, "Deny");
  await review.answerAs("Manuel Ortega", BEN, "Approve");
  const { user } = await renderPage(testTenant, <MyReviewsPage />, {
    persona: "Manuel Ortega",
    path: review.path,
  });
  await shows(ADA, /Denied ?by Uma Lindqvist/);
  await shows(BEN, /Approved ?by you/);
  await shows(CLEO, /Not decided/);
  expect(screen.getByRole("columnheader", { name: "Decision" })).toBeInTheDocument();
  expect(within(beside()).queryByText("My decision")).toBeNull();

  await user.click(screen.getByRole("combobox", { name: "Decided by" }));
  await user.click(await screen.findByRole("option", { name: "Decided by others (1)" }));
  expect(await screen.findByText("1 of 4 items match")).toBeInTheDocument();
  expect(grid().getByText(ADA)).toBeInTheDocument();
  expect(window.location.search).toContain("by=others");

  await user.click(screen.getByRole("combobox", { name: "Decided by" }));
  await user.click(await screen.findByRole("option", { name: "Decided by me (1)" }));
  expect(
    await within(screen.getByRole("grid", { name: "Items" })).findByText(BEN),
  ).toBeInTheDocument();
  expect(grid().queryByText(DAN)).toBeNull();
});
