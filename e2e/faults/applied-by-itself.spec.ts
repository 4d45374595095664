import type { Page } from "@playwright/test";
import { reviewForManuel, stopInstance } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const guests = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `Guest ${String(index + 1).padStart(2, "0")} of Partner`,
      "200 days ago",
    ]),
  );

/** How often the page has looked at the instances. */
function looksOf(page: Page): () => number {
  let looks = 0;
  page.on("request", (request) => {
    if (request.method() === "GET" && /\/instances(\?|$)/.test(request.url())) looks += 1;
  });
  return () => looks;
}

/** What has the focus, and how far its list is scrolled. */
const whereIsOne = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    let box = focused?.parentElement ?? null;
    while (box?.scrollTop === 0) box = box.parentElement;
    return { text: focused?.textContent ?? "", scrolled: box?.scrollTop ?? 0 };
  });

test("What ends is followed until it is applied, and nobody loses their place in the list", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const review = await reviewForManuel(reader, guests(40));
  await stopInstance(reader, review);
  await page.clock.install();
  await reader.signIn("Grace Okafor", `/reviews/${review.reviewId}?tab=decisions`);
  const status = (word: string) => page.getByText(word, { exact: true }).first();
  await expect(status("Completed")).toBeVisible({ timeout: 20_000 });
  const looks = looksOf(page);
  const rows = reader.grid("Decisions").getByRole("row");
  await test.step("Go down the list by keyboard.", async () => {
    await rows.nth(1).getByRole("gridcell").first().focus();
    for (let key = 0; key < 30; key += 1) await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await whereIsOne(page)).scrolled).toBeGreaterThan(0);
  });
  const before = await whereIsOne(page);
  await test.step("Entra applies it. Half a minute later the page says so, without being asked.", async () => {
    await tenant.advance("PT10M");
    await page.clock.fastForward(31_000);
    await expect(status("Applied")).toBeVisible({ timeout: 20_000 });
    await expect(rows.filter({ hasText: before.text })).toContainText("Applied", {
      timeout: 20_000,
    });
    expect(await whereIsOne(page)).toEqual(before);
  });
  await test.step("Then all is resolved, and nothing is asked any more.", async () => {
    const resolved = looks();
    for (let minute = 0; minute < 3; minute += 1) await page.clock.fastForward(61_000);
    await page.getByRole("tab", { name: "Settings" }).click();
    expect(looks()).toBe(resolved);
  });
});
