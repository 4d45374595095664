import { dialogOf, command, confirm } from "../../support/one-review.ts";
import { reviewForManuel } from "../../support/reviews.ts";
import { expect, test } from "../../support/test.ts";

const WRITE = "AccessReview.ReadWrite.All";

test.use({ tenantOptions: { consents: "everything" } });

test("A review that does not apply by itself waits for somebody who does", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const guests = { "Ada of Partner": "200 days ago", "Ben of Partner": "2 days ago" };
  const settings = { autoApplyDecisionsEnabled: false };
  const review = await reviewForManuel(reader, guests, { settings });
  await tenant.advance("P15D");
  await tenant.withdrawConsent(WRITE);
  await reader.signIn("Grace Okafor", `/reviews/${review.reviewId}?tab=results`);
  await test.step("It has ended, everybody was denied, and everybody has the access still.", async () => {
    await expect(page.getByText("2 denied: 0 lost access, 2 still have it.")).toBeVisible({
      timeout: 20_000,
    });
    await expect(reader.grid("Not applied")).toContainText(
      "The review doesn't apply automatically, and nobody applied it",
    );
  });
  const reason = dialogOf(reader).getByRole("textbox", { name: "Reason" });
  const losing = dialogOf(reader).getByRole("list", { name: "Who loses access" });
  await test.step("Apply: it is listed who loses what. The permission for it is asked for before anything is sent.", async () => {
    await command(reader, "Instance", "Apply decisions").click();
    await expect(losing).toContainText("Ada of Partner");
    await reason.fill("Agreed with the owners");
    await dialogOf(reader).getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
  });
  await test.step("Back again, the question is still open, and so is the reason.", async () => {
    await expect(reason).toHaveValue("Agreed with the owners", { timeout: 30_000 });
    await expect(losing).toContainText("Ada of Partner");
  });
  await test.step("Confirm. The decisions are applied.", async () => {
    await confirm(reader, "Agreed with the owners", "Apply decisions");
    await tenant.advance("PT5M");
    await command(reader, "Review", "Refresh").click();
    await expect(page.getByText("2 denied: 2 lost access.")).toBeVisible({ timeout: 30_000 });
  });
});
