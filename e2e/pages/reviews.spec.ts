import { fits, noBarriers } from "../support/no-barriers.ts";
import { asked, command, reviewRow } from "../support/one-review.ts";
import type { Reader } from "../support/reader.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { guests: 120, seed: 7, reviews: true, consents: "everything" } });

type Look = (state: string) => Promise<void>;

/** Goes through every part of the list and of a review that runs, and looks at each as it stands. */
async function throughARunningOne(reader: Reader, look: Look): Promise<void> {
  const { page } = reader;
  const tab = (name: string) => page.getByRole("tab", { name }).click();
  await reader.signIn("Grace Okafor", "/reviews");
  const row = reviewRow(reader, "every quarter");
  await expect(row).toContainText("In progress", { timeout: 20_000 });
  await look("the list");
  await page.getByRole("button", { name: "Read coverage" }).click();
  await expect(page.getByText(/in no running review$/)).toBeVisible({ timeout: 20_000 });
  await look("the list with its coverage");
  await page.getByRole("button", { name: /^Record all/ }).click();
  await expect(page.getByText(/^All 3 instances are recorded/)).toBeVisible({ timeout: 30_000 });
  await look("the list whose results are recorded");
  await row.getByRole("gridcell").first().click();
  const instances = reader.grid("Instances").getByRole("gridcell");
  await expect(instances.first()).toBeVisible({ timeout: 20_000 });
  await look("the instances");
  await instances.first().click();
  const decisions = reader.grid("Decisions").getByRole("gridcell");
  await expect(decisions.first()).toBeVisible({ timeout: 20_000 });
  await look("the decisions");
  await decisions.first().click();
  await expect(page.getByRole("dialog", { name: "Decision" })).toContainText("Footprint");
  await look("one decision");
  await page.getByRole("button", { name: "Close" }).click();
  await tab("Reviewers");
  await look("the reviewers");
  await tab("Settings");
  await look("the settings");
  await command(reader, "Review", "Change later instances").click();
  await expect(asked(reader).getByLabel("Days that an instance lasts")).toBeVisible();
  await look("the change that is asked about");
  await asked(reader).getByRole("button", { name: "Cancel" }).click();
}

/** The same for what is left of a review that has ended. */
async function throughAnEndedOne(reader: Reader, look: Look): Promise<void> {
  const { page } = reader;
  await page.getByRole("link", { name: "All reviews" }).click();
  await reviewRow(reader, "Tender Data Room").getByRole("gridcell").first().click();
  await page.getByRole("tab", { name: "Was it applied?" }).click();
  await expect(page.getByText(/denied: /)).toBeVisible({ timeout: 20_000 });
  await look("what was applied");
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`In the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test(`access reviews have no serious barrier (${colorScheme})`, async ({ page, reader }) => {
      test.setTimeout(180_000);
      const look = (state: string) => noBarriers(page, state);
      await throughARunningOne(reader, look);
      await throughAnEndedOne(reader, look);
    });
  });
}

test.describe("On a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("access reviews fit the width of a phone", async ({ page, reader }) => {
    test.setTimeout(120_000);
    const look = (state: string) => fits(page, state);
    await throughARunningOne(reader, look);
    await throughAnEndedOne(reader, look);
  });
});
