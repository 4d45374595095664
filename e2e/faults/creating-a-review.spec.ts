import { readyToCreate } from "../support/quarterly-review.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const NAME = "Quarterly guest access review";

test("Where the browser itself repeats the request after a reset, the second review is told of and left to a person", async ({
  page,
  reader,
  tenant,
}) => {
  const review = await readyToCreate(reader, tenant);
  const reviews = async () => (await tenant.reviews()).map(({ name }) => name);
  await test.step("The line is cut after the review was made. The page sends it once; Chromium may send it again.", async () => {
    await tenant.conditions({
      faults: [{ method: "POST", pathPrefix: DEFINITIONS, times: 1, kind: "reset-after-accept" }],
    });
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done"], { timeout: 30_000 });
    await review.closeOutcomes();
    await expect(reader.heading("Review created")).toBeVisible();
    expect(review.sent()).toHaveLength(1);
  });
  await test.step("Of another one with the same mark the page tells. Nothing is deleted.", async () => {
    const made = await tenant.reviews();
    expect(new Set(await reviews())).toEqual(new Set([NAME]));
    const notice = page.getByText("There is another review with the same marker");
    await expect(notice).toHaveCount(made.length - 1, { timeout: 20_000 });
    const href = await page.getByRole("link", { name: NAME }).getAttribute("href");
    expect(made.map(({ id }) => `/reviews/${id}`)).toContain(href);
    expect(await tenant.reviews()).toHaveLength(made.length);
  });
});
