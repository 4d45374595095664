import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { makeReview } from "../testing/make-review";
import { ReviewsPage } from "./reviews-page";

test("The page says that it is reading until the reviews are there", async () => {
  const testTenant = await createTestTenant({ consents: "everything" });
  const ada = await testTenant.tenant.addGuest({ name: "Ada of Partner" });
  const { id: groupId } = await testTenant.tenant.addGroup({ name: "Quay", members: [ada.id] });
  await makeReview(testTenant, { name: "Quarterly", groupId, reviewers: ["Grace Okafor"] });
  await renderPage(testTenant, <ReviewsPage />, { path: "/reviews" });
  await screen.findByText("Reading the access reviews");
  await screen.findByText("1 of 1 review.");
  expect(screen.queryByText("Reading the access reviews")).toBeNull();
});
