import type { Page } from "@playwright/test";
import { fits, noBarriers } from "../support/no-barriers.ts";
import { dialogOf, command, reviewRow } from "../support/one-review.ts";
import type { Reader } from "../support/reader.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { guests: 120, seed: 7, reviews: true, consents: "everything" } });

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Judges what is shown, and whether it still fits when the window is as narrow as a phone. */
async function look(page: Page, state: string): Promise<void> {
  await noBarriers(page, state);
  await page.setViewportSize(PHONE);
  await fits(page, state);
  await page.setViewportSize(DESK);
}

/** Goes through every part of the list and of a review that runs, and looks at each as it stands. */
async function throughARunningOne(reader: Reader): Promise<void> {
  const { page } = reader;
  const tab = (name: string) => page.getByRole("tab", { name }).click();
  await reader.signIn("Grace Okafor", "/reviews");
  const row = reviewRow(reader, "every quarter");
  await expect(row).toContainText("In progress", { timeout: 20_000 });
  await page.getByRole("button", { name: "Calculate coverage" }).click();
  await expect(page.getByText(/covered by a running review$/)).toBeVisible({ timeout: 20_000 });
  await look(page, "the list with its coverage");
  await page.getByRole("button", { name: /^Save results of/ }).click();
  await expect(page.getByText(/^The results of all 3 instances are saved/)).toBeVisible({
    timeout: 30_000,
  });
  await look(page, "the list whose results are recorded");
  await openedOnAPhone(page, "the list", () => expect(row).toContainText("In progress"));
  await row.getByRole("gridcell").first().click();
  const instances = reader.grid("Instances").getByRole("gridcell");
  await expect(instances.first()).toBeVisible({ timeout: 20_000 });
  await look(page, "the instances");
  await instances.first().click();
  const decisions = reader.grid("Decisions").getByRole("gridcell");
  await expect(decisions.first()).toBeVisible({ timeout: 20_000 });
  await look(page, "the decisions");
  await openedOnAPhone(page, "the decisions", () => expect(decisions.first()).toBeVisible());
  await decisions.first().click();
  await expect(page.getByRole("dialog", { name: "Decision" })).toContainText("Footprint");
  await look(page, "one decision");
  await page.getByRole("button", { name: "Close" }).click();
  await tab("Reviewers");
  await look(page, "the reviewers");
  await tab("Settings");
  await look(page, "the settings");
  await command(reader, "Review", "Edit future instances").click();
  await expect(dialogOf(reader).getByLabel("Length of an instance")).toBeVisible();
  await look(page, "the change that is asked about");
  await dialogOf(reader).getByRole("button", { name: "Cancel" }).click();
}

/** The same for what is left of a review that has ended. */
async function throughAnEndedOne(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.getByRole("link", { name: "All reviews" }).click();
  await reviewRow(reader, "Tender Data Room").getByRole("gridcell").first().click();
  await page.getByRole("tab", { name: "Results applied?" }).click();
  await expect(page.getByText(/denied: /)).toBeVisible({ timeout: 20_000 });
  await look(page, "what was applied");
}

/** A page that is laid out on a phone from the beginning, not only made narrow. */
async function openedOnAPhone(page: Page, state: string, shown: () => Promise<void>) {
  await page.setViewportSize(PHONE);
  await page.reload();
  await shown();
  await noBarriers(page, `${state}, opened on a phone`);
  await fits(page, `${state}, opened on a phone`);
  await page.setViewportSize(DESK);
}

test("Access reviews have no barrier, and fit the width of a phone", async ({ reader }) => {
  test.setTimeout(180_000);
  await throughARunningOne(reader);
  await throughAnEndedOne(reader);
});
