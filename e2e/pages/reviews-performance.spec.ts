import { reviewEach } from "../support/many-reviews.ts";
import type { Reader } from "../support/reader.ts";
import { reportFigures, withoutLongTasks } from "../support/tasks-during.ts";
import { expect, test } from "../support/test.ts";
import { Traffic } from "../support/traffic.ts";

const GROUPS = 500;
/** As long as a request to Graph takes at the least. */
const LATENCY = { perCallMs: 60, perRowMs: 0, jitter: 0 };

test.use({ tenantOptions: { consents: "everything" }, trace: "off", motion: true });

/** Signs in, opens a page, and checks its long tasks and number of requests until everything is read. */
async function measured(
  reader: Reader,
  page: "Reviews" | "Coverage",
  most: { readonly requests: number; readonly readings: number },
  arrived: () => Promise<void>,
): Promise<void> {
  await reader.tenant.conditions({ latency: LATENCY });
  await reader.signIn("Grace Okafor", "/settings");
  const traffic = new Traffic(reader.page);
  await traffic.quiet();
  const before = traffic.counted;
  const act = async () => {
    await reader.goTo(page);
    await arrived();
    await traffic.quiet();
  };
  await withoutLongTasks(reader.page, { [page]: act });
  const requests = traffic.counted.requests - before.requests;
  const readings = traffic.counted.readings - before.readings;
  reportFigures(`${page}: ${requests} requests, ${readings} readings in them`);
  expect(requests).toBeLessThanOrEqual(most.requests);
  expect(readings).toBeLessThanOrEqual(most.readings);
}

test("Five hundred reviews are listed in a bounded number of requests, without a long task", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const { groups } = await tenant.addCrowd({ name: "Crowd", groups: GROUPS, guestsEach: 4 });
  await reviewEach(reader, groups);
  await measured(reader, "Reviews", { requests: 100, readings: 1_600 }, async () => {
    await expect(page.getByText("500 of 500 reviews.")).toBeVisible({ timeout: 60_000 });
  });
  const rows = reader.grid("Access reviews").getByRole("row");
  await expect(rows.nth(1)).toContainText("In progress");
  await expect(rows.nth(1)).toContainText("0 of 4");
});

test("The coverage of ten thousand guests of five hundred groups is right, and read in few requests", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const { groups } = await tenant.addCrowd({ name: "Crowd", groups: GROUPS, guestsEach: 20 });
  await reviewEach(reader, groups.slice(0, 100));
  const stat = (name: string) => page.getByRole("link", { name });
  await measured(reader, "Coverage", { requests: 90, readings: 1_600 }, async () => {
    const reading = page.getByRole("progressbar", { name: /groups|guests/ });
    await expect(stat("Covered 2,000")).toBeVisible({ timeout: 90_000 });
    await expect(reading).toHaveCount(0, { timeout: 30_000 });
  });
  // One guest of every simulated tenant is in no group.
  await expect(stat("Covered 2,000 19% of 10,001 guests")).toBeVisible();
  await expect(stat("Not covered 8,001")).toBeVisible();
  await expect(stat("Not reviewable 1")).toBeVisible();
  await page.getByRole("tab", { name: "Groups" }).click();
  await expect(page.getByText("500 of 500 groups with guests.")).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Search groups" });
  const row = reader.grid("Coverage by group").getByRole("row").nth(1);
  for (const [name, state] of [
    ["Crowd 100", "Covered"],
    ["Crowd 101", "Not covered"],
  ] as const) {
    await search.fill(name);
    await expect(row).toContainText(name);
    await expect(row.getByRole("gridcell", { name: state, exact: true })).toBeVisible();
  }
});
