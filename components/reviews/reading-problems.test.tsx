import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { CoveragePage } from "./coverage/coverage-page";
import { ReviewPage } from "./detail/review-page";
import { ReviewsPage } from "./list/reviews-page";
import { MyReviewsPage } from "./mine/my-reviews-page";
import { makeReview } from "./testing/make-review";

vi.setConfig({ testTimeout: 60_000 });

const noGrid = () => {
  expect(screen.queryByRole("grid")).toBeNull();
};

describe("A page whose reading fails says so instead of a list", () => {
  test("the list of reviews, to who lacks the directory role", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    const pathPrefix = "/identityGovernance/accessReviews";
    await testTenant.tenant.conditions({ faults: [{ kind: "forbidden", pathPrefix }] });
    await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
    await screen.findByText("Your directory roles do not let you read the access reviews.");
    noGrid();
  });

  test("the list of reviews, to a reviewer without any directory role, with the way to their own", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    await renderPage(testTenant, <ReviewsPage />, { path: "/reviews", persona: "Manuel Ortega" });
    await screen.findByText("Your directory roles do not let you read the access reviews.");
    expect(screen.getByText(/Reviewers find theirs under My reviews\./)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "My reviews" })).toHaveAttribute(
      "href",
      "/reviews/mine",
    );
    noGrid();
  });

  test("the coverage map, without the permission", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    await testTenant.tenant.withdrawConsent("AccessReview.Read.All");
    await renderPage(testTenant, <CoveragePage />, { path: "/reviews/coverage" });
    await screen.findByText(
      /^Microsoft asks for your permission before the reviews and the groups/,
    );
    expect(screen.getByRole("button", { name: "Give permission" })).toBeInTheDocument();
    noGrid();
  });

  test("the reviews that somebody is to decide, without the licence", async () => {
    const testTenant = await createTestTenant({ consents: "everything", licence: "P1" });
    await renderPage(testTenant, <MyReviewsPage />, {
      path: "/reviews/mine",
      persona: "Manuel Ortega",
    });
    await screen.findByText(/has no licence for access reviews/);
  });

  test("a review that somebody else made, with the way back to all", async () => {
    const testTenant = await createTestTenant({ consents: "everything" });
    const group = await testTenant.tenant.addGroup({ name: "Quay" });
    const { reviewId } = await makeReview(testTenant, { name: "Quarterly", groupId: group.id });
    await renderPage(testTenant, <ReviewPage reviewId={reviewId} />, {
      path: `/reviews/${reviewId}`,
      persona: "Ivan Petrov",
    });
    await screen.findByText("Your directory roles do not let you read this access review.");
    expect(screen.getByRole("link", { name: "All reviews" })).toHaveAttribute("href", "/reviews");
    noGrid();
  });
});

test("Who sees only their own reviews is told so on the coverage map, and makes no catch-all group from it", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  const guest = await tenant.addGuest({ name: "Ada of Partner" });
  const group = await tenant.addGroup({ name: "Quay", members: [guest.id] });
  await makeReview(testTenant, { name: "Quarterly", groupId: group.id });
  // She made the review while she governed access; now she does something else.
  const { username } = tenant.persona("Grace Okafor");
  for (const role of ["Identity Governance Administrator", "User Administrator", "Security Reader"])
    await tenant.withdrawRole(username, role);
  await renderPage(testTenant, <CoveragePage />, { path: "/reviews/coverage" });
  await screen.findByText("You don't see every review");
  expect(screen.getByText(/one of these directory roles: Global Reader/)).toBeInTheDocument();
  await screen.findByRole("grid", { name: "Coverage by guest" });
  expect(screen.queryByText(/No review covers/)).toBeNull();
  expect(screen.queryByRole("button", { name: /catch-all group/ })).toBeNull();
});

test("Groups that cannot be read take nothing else away from the list; one of them makes a number unknown", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const { tenant } = testTenant;
  for (const name of ["Ada", "Ben"])
    await tenant.addGuest({ name: `${name} of Partner`, groups: ["Quay project"] });
  await tenant.addGuest({ name: "Cleo of Partner", groups: ["Share"] });
  const idOf = async (name: string) =>
    (await tenant.groups()).find(({ displayName }) => displayName === name)?.id ?? "";
  const quayId = await idOf("Quay project");
  await makeReview(testTenant, { name: "Of the quay", groupId: quayId, days: 30 });
  await makeReview(testTenant, { name: "Of the share", groupId: await idOf("Share"), days: 1 });
  await tenant.advance("P3D");
  await tenant.conditions({
    faults: [{ kind: "forbidden", method: "GET", pathPrefix: "/groups" }],
  });
  const { user } = await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  const row = async (name: string) =>
    (await screen.findAllByRole("row")).find(({ textContent }) => textContent.includes(name));
  await screen.findByText("0 of 2");
  await user.click(screen.getByRole("button", { name: "Calculate coverage" }));
  await screen.findByText(/groups and their guests/);
  expect(await row("Of the quay")).toHaveTextContent("0 of 2");
  const pathPrefix = `/groups/${quayId}/members`;
  await tenant.conditions({ faults: [{ kind: "forbidden", method: "GET", pathPrefix }] });
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("At most 4 of 4 guests aren't covered by a running review");
  expect(screen.getByText(/Could not be read: Quay project\./)).toBeInTheDocument();
  expect(await row("Of the quay")).toHaveTextContent("Unknown");
  expect(await row("Of the share")).toHaveTextContent("None");
  expect(screen.queryByText(/The list does not show how many guests/)).toBeNull();
});
