import {
  decisionsOf,
  goToItem,
  GUESTS_OF_PARTNER,
  isAt,
  itemRow,
  reviewForManuel,
} from "../support/reviews.ts";
import { secondTab } from "../support/second-tab.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const ADA = "Ada of Partner";
const BEN = "Ben of Partner";

test("A tab that dies in the middle leaves answers that are found, each sent at most once", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await tenant.conditions({ latency: { perCallMs: 400 } });
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  await test.step("Deny two, and lose the tab while they are sent.", async () => {
    await page.keyboard.press("d");
    await isAt(reader, BEN);
    await page.keyboard.press("d");
    await expect(itemRow(reader, BEN)).toContainText(/recorded|sending|sent/, { timeout: 20_000 });
    await page.close({ runBeforeUnload: false });
  });
  const again = await secondTab(page, tenant, review.path, "Manuel Ortega");
  await test.step("Open the review again: it shows what it has, and deciding goes on.", async () => {
    const decided = Object.values(await decisionsOf(reader, review)).filter(
      ({ decision }) => decision === "Deny",
    ).length;
    await expect(again.page.getByText(`${decided} of 4 decided`)).toBeVisible({ timeout: 20_000 });
    await goToItem(again, "Cleo of Partner");
    await again.page.keyboard.press("a");
    await expect(itemRow(again, "Cleo of Partner")).toContainText(/Approved.*sent/, {
      timeout: 20_000,
    });
  });
  await test.step("The history has an entry for each answer, before it was sent.", async () => {
    await again.openHistory();
    await expect(again.entries()).toHaveCount(3);
  });
});

test("Who leaves too early is asked, and finds afterwards what was not sent", async ({
  page,
  reader,
}) => {
  test.slow();
  const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
  await page.route("**/api/entries", (route) => route.abort());
  await reader.signIn("Manuel Ortega", review.path);
  await goToItem(reader, ADA);
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.accept();
  });
  await test.step("Deny Ada and reload at once: the browser asks.", async () => {
    await page.keyboard.press("d");
    await page.reload();
    expect(dialogs).toBe(1);
  });
  await test.step("Back on the page the answer is offered, and nothing was sent by itself.", async () => {
    await expect(page.getByText("1 answer was not sent before you left")).toBeVisible({
      timeout: 20_000,
    });
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("NotReviewed");
    await page.unroute("**/api/entries");
    await page.getByRole("button", { name: "Send now" }).click();
    await expect(itemRow(reader, ADA)).toContainText(/Denied.*sent/, { timeout: 20_000 });
    expect((await decisionsOf(reader, review))[ADA]?.decision).toBe("Deny");
  });
});
