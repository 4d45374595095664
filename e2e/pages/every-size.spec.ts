import type { Page } from "@playwright/test";
import { cutTexts } from "../support/cut-text.ts";
import { fits, noBarriers } from "../support/no-barriers.ts";
import { reviewRow } from "../support/one-review.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { guests: 120, seed: 7, reviews: true, consents: "everything" } });

/** The narrowest that WCAG 2.2 asks for (1.4.10), a phone, and a window of 1280 × 800 at 200 %. */
const SIZES = [
  { size: "320 px", width: 320, height: 640 },
  { size: "phone", width: 390, height: 844 },
  { size: "200 %", width: 640, height: 400 },
] as const;

/** What is shown is laid out at each size, in each nothing keeps people out, and no text is cut. */
async function atEverySize(page: Page, state: string): Promise<void> {
  for (const { size, ...viewport } of SIZES) {
    await page.setViewportSize(viewport);
    await noBarriers(page, `${state}, ${size}`, ["light"]);
    await fits(page, `${state}, ${size}`);
    expect(await cutTexts(page), `Cut: ${state}, ${size}`).toEqual([]);
  }
  await page.setViewportSize(SIZES[0]);
}

const LISTS = [
  ["/", "Overview"],
  ["/guests", "Guests"],
  ["/invitations", "Invitations"],
  ["/deleted", "Deleted"],
  ["/history", "History"],
  ["/history/integrity", "Integrity of the history"],
  ["/settings", "Settings"],
  ["/settings/setup", "Setup"],
  ["/settings/erase", "Erase a person"],
] as const;

const REVIEWS = [
  ["/reviews", "Reviews"],
  ["/reviews/coverage", "Coverage"],
  ["/reviews/mine", "My reviews"],
  ["/reviews/new", "New access review"],
] as const;

/** Opens a page and waits until nothing of it is read any more. */
async function open(page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible({
    timeout: 30_000,
  });
  const turning = page.locator("[role=progressbar]:not([aria-valuenow])");
  await expect(turning).toHaveCount(0, { timeout: 30_000 });
}

test.describe("At every size", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the pages of guests, history and settings can be read whole", async ({
    page,
    reader,
    tenant,
  }) => {
    test.setTimeout(240_000);
    const gone = await tenant.addGuest({
      name: "Ada Wilhelmina Constantinopoulou-Featherstonehaugh of Partner",
      mail: "ada.wilhelmina.constantinopoulou-featherstonehaugh@partner.example",
      lastSeen: "200 days ago",
    });
    await reader.signIn("Grace Okafor", `/guests?guest=${gone.id}`);
    await expect(reader.panel()).toContainText("History");
    await atEverySize(page, "a guest's panel");
    await reader.panel().getByRole("button", { name: "Close" }).click();
    await reader.select("Ada Wilhelmina Constantinopoulou-Featherstonehaugh of Partner");
    await reader.decide("Keep", "Still needed for the quay project");
    await atEverySize(page, "a plan");
    await reader.confirm(/^Keep 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Recorded"], { timeout: 30_000 });
    await atEverySize(page, "the end of a run");
    await reader.closeOutcomes();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Page, name or mail" }).fill("ada");
    await expect(page.getByRole("option", { name: /^Ada Wilhelmina/ })).toBeVisible();
    await atEverySize(page, "the search with results");
    await page.keyboard.press("Escape");
    await tenant.change(gone, { deleted: true });
    for (const [path, heading] of LISTS) {
      await open(page, path, heading);
      await atEverySize(page, heading);
    }
    await open(page, "/guests?overdue=true", "Guests");
    await page.getByRole("button", { name: "Filters (1)" }).click();
    await atEverySize(page, "the filters of the guests");
  });

  test("the pages of reviews can be read whole", async ({ page, reader }) => {
    test.setTimeout(240_000);
    await reader.signIn("Grace Okafor", "/reviews");
    for (const [path, heading] of REVIEWS) {
      await open(page, path, heading);
      await atEverySize(page, heading);
    }
    await open(page, "/reviews", "Reviews");
    await reviewRow(reader, "every quarter").getByRole("gridcell").first().click();
    await expect(reader.heading(/every quarter/)).toBeVisible();
    const { pathname } = new URL(page.url());
    for (const tab of ["decisions", "reviewers", "results", "instances", "settings"]) {
      await open(page, `${pathname}?tab=${tab}`, "every quarter");
      await atEverySize(page, `a review's ${tab}`);
    }
  });

  test("a reviewer's desk can be read whole", async ({ page, reader }) => {
    test.setTimeout(120_000);
    await reader.signIn("Grace Okafor", "/reviews/mine");
    await page
      .getByRole("button", { name: /^Decide: / })
      .first()
      .click({ timeout: 30_000 });
    const items = reader.grid("Items");
    await expect(items.getByRole("row").nth(1)).toBeVisible({ timeout: 30_000 });
    await atEverySize(page, "a reviewer's desk");
    await items.getByRole("row").nth(1).getByRole("gridcell").nth(1).click();
    await expect(page.getByRole("dialog", { name: "Item" })).toContainText("Approve");
    await atEverySize(page, "an item");
  });
});
