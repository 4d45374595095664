import { decisionsOf, GUESTS_OF_PARTNER, reviewForManuel } from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

test("An administrator who is no reviewer cannot decide, and is told so", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await test.step("Adele, who may do everything else, follows Manuel's link.", async () => {
    await reader.signIn("Adele Fontaine", review.path);
    await expect(page.getByText("You are not a reviewer of this review")).toBeVisible({
      timeout: 20_000,
    });
    await expect(page.getByText("no role lets an administrator decide for them")).toBeVisible();
    await expect(page.getByRole("link", { name: "See the review" })).toBeVisible();
  });
  await test.step("She has nothing to decide, and nothing was decided.", async () => {
    await page.goto("/reviews/mine");
    await expect(page.getByText("No reviews to decide")).toBeVisible({ timeout: 20_000 });
    const decided = Object.values(await decisionsOf(reader, review));
    expect(new Set(decided.map(({ decision }) => decision))).toEqual(new Set(["NotReviewed"]));
  });
});
