import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "@/components/testing/render-page";
import { createTestTenant } from "@/components/testing/test-tenant";
import { makeReview } from "../testing/make-review";
import { CreatedDuplicates } from "./created-duplicates";

const OPERATION_ID = "6f6c1c7e-0b7a-4a53-9a7e-5f3b8b1f7c11";

test("A copy of the review that was just created, with its marker, is reported and never deleted", async () => {
  const fixture = await createTestTenant({ consents: "everything" });
  const { tenant, api } = fixture;
  const { id: groupId } = await tenant.addGroup({ name: "Quay" });
  const review = { groupId, operationId: OPERATION_ID };
  const { reviewId } = await makeReview(fixture, { ...review, name: "Quarterly" });
  await makeReview(fixture, { ...review, name: "Board members only (copy by Tom)" });
  const before = await tenant.effects();
  const created = [{ label: "Quarterly", operationId: OPERATION_ID, id: reviewId }];
  await renderPage(fixture, <CreatedDuplicates created={created} />);
  await screen.findByText("There is another review with the same marker");
  expect(screen.getByText(/Nothing was deleted/)).toBeInTheDocument();
  expect(await tenant.reviews()).toHaveLength(2);
  expect(await tenant.effects()).toEqual(before);
  expect(api.ledger.entries).toEqual([]);
});
