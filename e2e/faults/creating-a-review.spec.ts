import { readyToCreate } from "../support/quarterly-review.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const NAME = "Quarterly guest access review";

test("Where the browser itself repeats the request after a reset, one review is left", async ({
  page,
  reader,
  tenant,
}) => {
  const review = await readyToCreate(reader, tenant);
  const reviews = async () => (await tenant.reviews()).map(({ name }) => name);
  await test.step("The line is cut after the review was made. The page sends it once; Chromium may send it again.", async () => {
    await tenant.weather({
      faults: [{ method: "POST", pathPrefix: DEFINITIONS, times: 1, kind: "reset-after-accept" }],
    });
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done"], { timeout: 30_000 });
    await review.closeOutcomes();
    await expect(reader.heading("Review created")).toBeVisible();
    expect(review.sent()).toHaveLength(1);
  });
  await test.step("The one that the link leads to stays. Another one with the same mark is deleted, and recorded.", async () => {
    const link = page.getByRole("link", { name: NAME });
    await expect.poll(reviews, { timeout: 20_000 }).toEqual([NAME]);
    const [left] = await tenant.reviews();
    await expect(link).toHaveAttribute("href", `/reviews/${left?.id ?? ""}`);
  });
});
