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

const ADA = "Ada of Partner";

test("What another reviewer has decided meanwhile is not set aside by somebody who did not see it", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(120_000);
  const reviewerIds = ["Manuel Ortega", "Uma Lindqvist"].map((name) => tenant.persona(name).userId);
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER, { reviewerIds });
  await test.step("Manuel opens what he is asked about: nobody has decided yet.", async () => {
    await reader.signIn("Manuel Ortega", review.path);
    await goToItem(reader, ADA);
    await expect(itemRow(reader, ADA)).toContainText("Not decided");
  });
  await test.step("Uma is asked about the same guests, and approves Ada.", async () => {
    const uma = await reader.colleague();
    await uma.signIn("Uma Lindqvist", review.path);
    await goToItem(uma, ADA);
    await uma.page.keyboard.press("a");
    await expect(itemRow(uma, ADA)).toContainText(/Approved.*sent/, { timeout: 20_000 });
    await uma.leave();
  });
  await test.step("Manuel denies her. Nothing is sent, he is told why, and sees what she said.", async () => {
    await page.bringToFront();
    await goToItem(reader, ADA);
    await page.keyboard.press("d");
    await expect(itemRow(reader, ADA)).toContainText("refused", { timeout: 20_000 });
    await expect(
      page.getByText("Another reviewer has decided it meanwhile: Approve."),
    ).toBeVisible();
    await expect(itemRow(reader, ADA)).toContainText("Approved", { timeout: 20_000 });
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("Approve");
  });
  await test.step("Now that he has seen it he may say otherwise: the last answer counts.", async () => {
    await goToItem(reader, ADA);
    await page.keyboard.press("d");
    await expect(itemRow(reader, ADA)).toContainText(/Denied.*sent/, { timeout: 20_000 });
    await expect(itemBeside(reader)).toBeVisible();
    expect((await decisionsOf(reader, review))[ADA]).toMatchObject({
      decision: "Deny",
      reviewedBy: tenant.persona("Manuel Ortega").userId,
    });
  });
});
