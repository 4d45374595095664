import { type Locator, type Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { asked, confirm } from "../support/one-review.ts";
import { readyToCreate } from "../support/quarterly-review.ts";
import type { Reader } from "../support/reader.ts";
import { goToItem } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const NAME = "Quarterly guest access review";
const TITLE = `One request made “${NAME}” twice`;

/** The next creation is sent twice, as browsers do when a kept connection breaks: the page hears of the second alone. */
async function doubledOnce(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname.endsWith(DEFINITIONS),
    async (route) => {
      if (route.request().method() === "POST") await route.fetch();
      await route.continue();
    },
  );
}

/** A review that was made twice, and the page that would have seen it is gone. */
async function madeTwice(page: Page, reader: Reader, tenant: SimulatedTenant) {
  const review = await readyToCreate(reader, tenant);
  await doubledOnce(page);
  await review.confirm();
  await expect(review.outcomes()).toContainText(["Done"], { timeout: 60_000 });
  // Then the outcome is in the history; closing it would lead to the page that looks for doubles.
  await expect(review.dialog().getByRole("button", { name: "Close" })).toBeVisible();
  await page.goto("about:blank");
  await page.unrouteAll({ behavior: "wait" });
  const made = await tenant.reviews();
  expect(made.map(({ name }) => name)).toEqual([NAME, NAME]);
  const [first, second] = made;
  if (first === undefined || second === undefined) throw new Error("Not made twice");
  return { first, second };
}

const notice = (page: Page): Locator => page.getByRole("status").filter({ hasText: TITLE });

const ids = async (tenant: SimulatedTenant) => (await tenant.reviews()).map(({ id }) => id);

test("A review that one request made twice is found in the list, also when nobody saw it happen", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const { first, second } = await madeTwice(page, reader, tenant);
  await test.step("The list names both, says which one the history knows, and deletes nothing by itself.", async () => {
    await page.goto("/reviews");
    await expect(notice(page)).toContainText("The second is the one that the history names", {
      timeout: 30_000,
    });
    await expect(notice(page).getByRole("listitem")).toContainText([
      /^The first, made .*: begun, no answer yet$/,
      /^The second, made .*: begun, no answer yet; the history names it$/,
    ]);
    expect(await ids(tenant)).toEqual([first.id, second.id]);
  });
  await test.step("Delete the other one, with a reason.", async () => {
    await expect(notice(page).getByRole("button")).toHaveText(["Delete the first"]);
    await notice(page).getByRole("button").click();
    await expect(page).toHaveURL(new RegExp(`/reviews/${first.id}`));
    await expect(asked(reader)).toContainText("Delete this review");
    await confirm(reader, "Made twice by one request", "Delete review");
  });
  await test.step("One is left, nothing more is said, and the history has the deletion.", async () => {
    await expect(reader.heading("Reviews")).toBeVisible();
    await expect(reader.grid("Access reviews").getByRole("gridcell", { name: NAME })).toHaveCount(
      1,
    );
    await expect(notice(page)).toHaveCount(0);
    expect(await ids(tenant)).toEqual([second.id]);
    await reader.goTo("History");
    await expect(reader.entries().first()).toContainText(/Delete access review.*Done/);
  });
});

test("Where both may hold answers a person chooses which one goes; who may not delete is told so", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(120_000);
  const { first, second } = await madeTwice(page, reader, tenant);
  await test.step("Uma, who owns the group, has answered in the first.", async () => {
    const uma = await reader.colleague();
    const instance = first.instances[0]?.id ?? "";
    await uma.signIn("Uma Lindqvist", `/reviews/mine?review=${first.id}&instance=${instance}`);
    await goToItem(uma, "Ada of Partner");
    await uma.page.keyboard.press("d");
    const answered = async () =>
      (await tenant.reviews()).find(({ id }) => id === first.id)?.instances[0]?.decisions[0]
        ?.decision;
    await expect.poll(answered, { timeout: 20_000 }).toBe("Deny");
    await uma.leave();
  });
  await test.step("Rhea, who audits, sees it and cannot delete either.", async () => {
    const rhea = await reader.colleague();
    await rhea.signIn("Rhea Castellanos", "/reviews");
    await expect(notice(rhea.page)).toContainText("The first may hold answers", {
      timeout: 30_000,
    });
    const button = notice(rhea.page).getByRole("button", { name: "Delete the first" });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/needs the app role Governance\.Operator/);
    await rhea.leave();
  });
  await test.step("Grace keeps the answers: she deletes the second, though the history names it.", async () => {
    await page.goto("/reviews");
    await expect(notice(page).getByRole("listitem")).toContainText(
      [/1 of 1 answered/, /no answer yet/],
      { timeout: 30_000 },
    );
    await notice(page).getByRole("button", { name: "Delete the second" }).click();
    await confirm(reader, "Uma has answered in the first", "Delete review");
    await expect(notice(page)).toHaveCount(0);
    expect(await ids(tenant)).toEqual([first.id]);
    expect(second.id).not.toBe(first.id);
  });
});

test("A review that shows only after it was called failed is found, and the history corrected", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(300_000);
  const review = await readyToCreate(reader, tenant);
  const banner = page.getByRole("status").filter({ hasText: "the history does not say" });
  await test.step("The answer is lost, and lists show the review only after a minute and a half.", async () => {
    await tenant.weather({
      staleReadsMs: 90_000,
      faults: [
        { kind: "gateway-timeout-after-accept", method: "POST", pathPrefix: DEFINITIONS, times: 1 },
      ],
    });
    await review.confirm();
    await expect(review.outcomes()).toContainText(["The directory does not show the change."], {
      timeout: 120_000,
    });
    await review.closeOutcomes();
  });
  await test.step("The list of reviews has it in the end, and says that the history is wrong.", async () => {
    await page.goto("/reviews");
    await expect(async () => {
      await page.getByRole("button", { name: "Refresh" }).click();
      await expect(banner).toContainText(`${NAME}: “Failed” in the history`);
    }).toPass({ timeout: 90_000 });
  });
  await test.step("Correct the history: the directory is read, nothing is sent, and a new entry says what became of it.", async () => {
    await banner.getByRole("button", { name: "Correct the history" }).click();
    await expect(page.getByText("The history was corrected").last()).toBeVisible({
      timeout: 30_000,
    });
    await expect(banner).toHaveCount(0);
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(1);
    await expect(reader.entries()).toContainText([/Done.*Observed/]);
    expect(review.sent()).toHaveLength(1);
    expect(await tenant.reviews()).toHaveLength(1);
  });
});
