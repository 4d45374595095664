import { noBarriers } from "../support/no-barriers.ts";
import {
  goToItem,
  GUESTS_OF_PARTNER,
  itemRow,
  JUSTIFIED,
  reviewForManuel,
} from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

test("Deciding as a reviewer has no barrier", async ({ page, reader }) => {
  test.slow();
  await reviewForManuel(reader, GUESTS_OF_PARTNER, { ...JUSTIFIED, days: 2 });
  await reader.signIn("Manuel Ortega", "/reviews/mine");
  await expect(page.getByText("0 of 4 decided")).toBeVisible({ timeout: 20_000 });
  await noBarriers(page, "what I am to decide");
  await page.getByRole("button", { name: "Decide: Quarterly guest review" }).click();
  await expect(itemRow(reader, "Dan of Partner")).toContainText("Unknown", { timeout: 20_000 });
  await goToItem(reader, "Ada of Partner");
  await page.keyboard.press("d");
  await page.keyboard.press("a");
  await expect(page.getByText("This review asks for a justification")).toBeVisible();
  await noBarriers(page, "a justification is missing");
  await page.route("**/api/entries", (route) => route.abort());
  await page.keyboard.type("Same project");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/is not in the review/).first()).toBeVisible({ timeout: 30_000 });
  await noBarriers(page, "an answer was not sent");
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByText("Deny: remove the access")).toBeVisible();
  await noBarriers(page, "the keys");
  await page.keyboard.press("Escape");
  await reader.selectAll();
  await page.getByRole("button", { name: "Deny selected" }).click();
  await expect(page.getByRole("dialog")).toContainText("lose the access");
  await noBarriers(page, "many at once");
});

test.describe("On a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("an item lies over the list, and deciding leads through it", async ({ page, reader }) => {
    test.slow();
    const review = await reviewForManuel(reader, GUESTS_OF_PARTNER);
    const drawer = page.getByRole("dialog", { name: "Item" });
    await reader.signIn("Manuel Ortega", review.path);
    await itemRow(reader, "Ada of Partner").click({ timeout: 20_000 });
    await expect(drawer.getByRole("heading", { name: "Ada of Partner" })).toBeVisible();
    await expect(drawer).toContainText("Nothing is recorded yet.", { timeout: 20_000 });
    await noBarriers(page, "an item on a phone");
    // Only the first tap of two counts: the second would be about Ben, whom nobody has seen.
    await drawer.getByRole("button", { name: "Deny" }).dblclick();
    await expect(drawer.getByRole("heading", { name: "Ben of Partner" })).toBeVisible();
    await expect(drawer).toContainText("Denied: Ada of Partner. 3 undecided.");
    await page.waitForTimeout(600);
    await drawer.getByRole("button", { name: "Skip" }).click();
    await expect(drawer.getByRole("heading", { name: "Cleo of Partner" })).toBeVisible();
    await drawer.getByRole("button", { name: "Close" }).click();
    await expect(drawer).toHaveCount(0);
    await expect(itemRow(reader, "Ada of Partner")).toContainText(/Denied.*sent/, {
      timeout: 20_000,
    });
    // Back closes an item, and does not leave the review; filters and the next item go on working after it.
    await itemRow(reader, "Ben of Partner").click();
    await expect(drawer.getByRole("heading", { name: "Ben of Partner" })).toBeVisible();
    await drawer.getByRole("button", { name: "Skip" }).click();
    await expect(drawer.getByRole("heading", { name: "Cleo of Partner" })).toBeVisible();
    await page.goBack();
    await expect(drawer).toHaveCount(0);
    await expect(itemRow(reader, "Cleo of Partner")).toBeVisible();
    await itemRow(reader, "Dan of Partner").click();
    await expect(drawer.getByRole("heading", { name: "Dan of Partner" })).toBeVisible();
    await expect(page).toHaveURL(/open=true/);
    await page.goBack();
    await expect(drawer).toHaveCount(0);
    await page.getByRole("button", { name: "Filters", exact: true }).click();
    await page.getByRole("button", { name: "Denied (1)" }).click();
    await expect(page).toHaveURL(/decision=Deny/);
    await expect(itemRow(reader, "Ada of Partner")).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
