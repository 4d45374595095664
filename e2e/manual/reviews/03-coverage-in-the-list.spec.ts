import type { Page } from "@playwright/test";
import { reviewRow } from "../../support/one-review.ts";
import type { Reader } from "../../support/reader.ts";
import { makeReviews } from "../../support/reviews.ts";
import { sheetOf } from "../../support/sheet.ts";
import { expect, test } from "../../support/test.ts";

const QUAY = "Quay, each quarter";
const SHARE = "Share, long ago";
const UNCOVERED = "3 of 5 guests aren't covered by a running review";

/** Two guests under a running review, one under a review that is over, and one in no group; Gil is in every tenant. */
async function someReviews(reader: Reader): Promise<void> {
  const { tenant } = reader;
  const manuel = tenant.persona("Manuel Ortega").userId;
  await tenant.addGuest({ name: "Ada of Partner", groups: ["Quay project"] });
  await tenant.addGuest({ name: "Ben of Partner", groups: ["Quay project"] });
  await tenant.addGuest({ name: "Cleo of Partner", groups: ["Share"] });
  await tenant.addGuest({ name: "Dan of Nowhere" });
  const idOf = async (name: string) =>
    (await tenant.groups()).find(({ displayName }) => displayName === name)?.id ?? "";
  await reader.consentBeforehand();
  await makeReviews(
    reader,
    { name: QUAY, groupId: await idOf("Quay project"), reviewerIds: [manuel], days: 30 },
    {
      ...{ name: SHARE, groupId: await idOf("Share"), reviewerIds: [manuel], days: 1 },
      settings: { defaultDecision: "Approve" },
    },
  );
  await tenant.advance("P3D");
}

const readCoverage = (page: Page) =>
  page.getByRole("button", { name: /^Calculat(e|ing) coverage/ });

test("The list says how many guests each review covers, once somebody asks for it", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await someReviews(reader);
  await tenant.withdrawConsent("GroupMember.Read.All");
  const guests = page.getByRole("columnheader", { name: "Guests" });
  await test.step("The list is there without it: who is in every group is not read unasked.", async () => {
    await reader.signIn("Grace Okafor", "/reviews");
    await expect(reviewRow(reader, QUAY)).toContainText("0 of 2", { timeout: 20_000 });
    await expect(guests).toHaveCount(0);
  });
  await test.step("Calculate coverage: a permission is missing. It is said which, and the list stays.", async () => {
    await readCoverage(page).click();
    await expect(
      page.getByText("your permission before the groups and their guests can be read"),
    ).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("GroupMember.Read.All")).toBeVisible();
    await expect(reviewRow(reader, QUAY)).toBeVisible();
  });
  await test.step("Give it, and come back: each review has its guests, and it is said whom none covers.", async () => {
    await page.getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(reviewRow(reader, QUAY)).toContainText("2 of 5", { timeout: 30_000 });
    await expect(reviewRow(reader, SHARE)).toContainText("None");
    await expect(page.getByRole("status").filter({ hasText: UNCOVERED })).toBeVisible();
  });
  await test.step("The share of all guests is beside the number.", async () => {
    await reviewRow(reader, QUAY).getByText("2 of 5").hover();
    await expect(page.getByRole("tooltip")).toHaveText("It covers 40% of the guests.");
    // It may cover the head of its column for as long as the mouse is there.
    await page.mouse.move(0, 0);
    await expect(page.getByRole("tooltip")).toBeHidden();
  });
  await test.step("The column sorts, and goes into the file.", async () => {
    const rows = reader.grid("Access reviews").getByRole("row");
    await guests.click();
    await expect(page).toHaveURL(/sort=guests/);
    await expect(rows.nth(1)).toContainText(SHARE);
    await guests.click();
    await expect(rows.nth(1)).toContainText(QUAY);
    const [first, second] = sheetOf(await reader.exportCsv());
    expect([first?.Guests, second?.Guests]).toEqual(["2 of 5", "None"]);
  });
  await test.step("The way to those whom nobody asks about, and back: it is known still, and nothing is read for it.", async () => {
    await page.getByRole("link", { name: "Show them on the coverage map" }).click();
    await expect(page.getByRole("link", { name: "Not covered 3" })).toBeVisible({
      timeout: 20_000,
    });
    await expect(reader.grid("Coverage by guest").getByRole("row")).toHaveCount(4);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await reader.goTo("Reviews");
    await expect(reviewRow(reader, QUAY)).toContainText("2 of 5");
    await expect(page.getByText(UNCOVERED)).toBeVisible();
    expect(requests.filter((url) => url.includes("/groups"))).toEqual([]);
  });
});
