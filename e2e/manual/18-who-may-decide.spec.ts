import {
  decisionsOf,
  goToItem,
  GUESTS_OF_PARTNER,
  itemBeside,
  itemRow,
  reviewForManuel,
} from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

test("Whoever may not read guests decides all the same", async ({ page, reader, tenant }) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await tenant.withdrawConsent("User.Read.All");
  await reader.signIn("Manuel Ortega", review.path);
  await test.step("The items are there; what is not known of the guests is said, and why.", async () => {
    await expect(itemRow(reader, "Ada of Partner")).toContainText("Not known", { timeout: 20_000 });
    await goToItem(reader, "Ada of Partner");
    await expect(itemBeside(reader)).toContainText(
      "so their facts are not shown. You can decide all the same.",
    );
    await expect(itemBeside(reader)).toContainText("Deny. Last signed in on");
  });
  await test.step("D denies.", async () => {
    await page.keyboard.press("d");
    await expect(itemRow(reader, "Ada of Partner")).toContainText(/Denied.*sent/, {
      timeout: 20_000,
    });
    expect((await decisionsOf(reader, review))["Ada of Partner"]?.decision).toBe("Deny");
  });
});

test("An administrator who is no reviewer cannot decide, and is told so", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await test.step("Adele, who may do everything else, follows Manuel's link.", async () => {
    await reader.signIn("Adele Fontaine", review.path);
    await expect(page.getByText("This review does not ask you")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("no role lets an administrator decide for them")).toBeVisible();
    await expect(page.getByRole("link", { name: "See the review" })).toBeVisible();
  });
  await test.step("Nothing asks her, and nothing was decided.", async () => {
    await page.goto("/reviews/mine");
    await expect(page.getByText("Nothing asks you now")).toBeVisible({ timeout: 20_000 });
    const decided = Object.values(await decisionsOf(reader, review));
    expect(new Set(decided.map(({ decision }) => decision))).toEqual(new Set(["NotReviewed"]));
  });
});

test("In a review of two stages Manuel is told when his stage ends, and that others follow", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER, { days: 10, stageDays: [3, 7] });
  await reader.signIn("Manuel Ortega", review.path);
  await expect(page.getByText(/Stage 1 of 2: Ends in (2|3) days/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("After this stage others decide")).toBeVisible();
});
