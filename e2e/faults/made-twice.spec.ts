import { type Locator, type Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { dialogOf, confirm } from "../support/one-review.ts";
import { readyToCreate } from "../support/quarterly-review.ts";
import type { Reader } from "../support/reader.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const NAME = "Quarterly guest access review";
const TITLE = `One request created “${NAME}” twice`;

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
      /^The first, created .*: started, no answers yet$/,
      /^The second, created .*: started, no answers yet; the history names it$/,
    ]);
    expect(await ids(tenant)).toEqual([first.id, second.id]);
  });
  await test.step("Delete the other one, with a reason.", async () => {
    await expect(notice(page).getByRole("button")).toHaveText(["Delete the first"]);
    await notice(page).getByRole("button").click();
    await expect(page).toHaveURL(new RegExp(`/reviews/${first.id}`));
    await expect(dialogOf(reader)).toContainText("Delete this review");
    await confirm(reader, "Made twice by one request", "Delete review");
  });
  await test.step("One is left, nothing more is said, and the history has the deletion.", async () => {
    await expect(reader.heading("Reviews")).toBeVisible();
    await expect(reader.grid("Access reviews").getByRole("gridcell", { name: NAME })).toHaveCount(
      1,
    );
    await expect(notice(page)).toHaveCount(0);
    expect(await ids(tenant)).toEqual([second.id]);
    await reader.openHistory();
    await expect(reader.entries().first()).toContainText(/Delete access review.*Done/);
  });
});
