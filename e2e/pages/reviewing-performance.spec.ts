import type { Page } from "@playwright/test";
import type { Reader } from "../support/reader.ts";
import { items, type MadeReview, makeReviews } from "../support/reviews.ts";
import { withoutLongTasks } from "../support/tasks-during.ts";
import { expect, test } from "../support/test.ts";

const ITEMS = 10_000;

test.use({ tenantOptions: { consents: "everything" }, trace: "off", motion: true });

/** A review of ten thousand guests in one group, which Manuel decides. */
async function reviewOfEverybody(reader: Reader): Promise<MadeReview> {
  const { tenant } = reader;
  const lastSeen = ["2 days ago", "200 days ago", "never"];
  const { groups } = await tenant.addCrowd({ name: "Crowd", guestsEach: ITEMS, lastSeen });
  const [review] = await makeReviews(reader, {
    name: "Everybody",
    groupId: groups[0]?.id ?? "",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  if (review === undefined) throw new Error("No review was made");
  return review;
}

const rest = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));

async function scroll(reader: Reader, grid: string): Promise<void> {
  await reader.grid(grid).hover();
  for (let turn = 0; turn < 30; turn += 1) {
    await reader.page.mouse.wheel(0, 1_200);
    await reader.page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function sortBy(page: Page, columns: readonly string[]): Promise<void> {
  for (const name of columns) {
    await page.getByRole("columnheader", { name }).click();
    await rest(page);
  }
}

test("Ten thousand items of one instance are gone through by who governs and by who decides without a long task", async ({
  page,
  reader,
}) => {
  test.setTimeout(300_000);
  const review = await reviewOfEverybody(reader);
  await test.step("Grace, who governs: scroll, search, sort and filter the decisions.", async () => {
    await reader.signIn("Grace Okafor", `/reviews/${review.reviewId}`);
    await expect(page.getByText("10,000 of 10,000 decisions.")).toBeVisible({ timeout: 120_000 });
    const reading = page.getByRole("progressbar", { name: "Reading the decisions" });
    await expect(reading).toHaveCount(0, { timeout: 60_000 });
    const search = page.getByRole("searchbox", { name: "Search decisions" });
    await withoutLongTasks(page, {
      "scroll the decisions": () => scroll(reader, "Decisions"),
      "search the decisions": async () => {
        await search.pressSequentially("guest 99", { delay: 80 });
        await expect(page.getByText(/^[\d,]{1,5} of 10,000 decisions\.$/)).toBeVisible();
        await search.fill("");
        await rest(page);
      },
      "sort the decisions": () => sortBy(page, ["Recommended", "Last sign-in", "Guest"]),
      "filter the decisions": async () => {
        await page.getByRole("combobox", { name: "Recommendation" }).click();
        await page.getByRole("option", { name: /^Deny/ }).click();
        await expect(page.getByText(/^[\d,]{1,5} of 10,000 decisions\.$/)).toBeVisible();
      },
    });
  });
  await test.step("Manuel, who decides: scroll, search and sort the items, and deny twenty by key.", async () => {
    await page.goto("about:blank");
    const manuel = await reader.colleague();
    // Without it nobody's sign-ins come, and there is less to sort.
    await reader.tenant.grantRole(
      reader.tenant.persona("Manuel Ortega").username,
      "Reports Reader",
    );
    await manuel.signIn("Manuel Ortega", review.path);
    await expect(manuel.page.getByText("10,000 items", { exact: true })).toBeVisible({
      timeout: 120_000,
    });
    const standing = items(manuel).getByText(/^(Stale|Active)$/);
    await expect(standing.first()).toBeVisible({ timeout: 60_000 });
    const search = manuel.page.getByRole("searchbox", { name: "Search items" });
    await withoutLongTasks(manuel.page, {
      "scroll the items": () => scroll(manuel, "Items"),
      "search the items": async () => {
        await search.pressSequentially("guest 99", { delay: 80 });
        await rest(manuel.page);
        await search.fill("");
        await rest(manuel.page);
      },
      "sort the items": () => sortBy(manuel.page, ["Recommendation", "Last sign-in", "Guest"]),
      "decide by key": async () => {
        await items(manuel).getByRole("row").nth(3).getByRole("gridcell").nth(1).click();
        for (let turn = 0; turn < 20; turn += 1) await manuel.page.keyboard.press("d");
        await expect(manuel.page.getByText("20 answers sent")).toBeVisible({ timeout: 30_000 });
      },
    });
    await manuel.leave();
  });
});
