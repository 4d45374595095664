import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import type { Fault } from "../../simulator/weather/weather.ts";
import { NewReview } from "../support/new-review.ts";
import { readyToCreate } from "../support/quarterly-review.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const DEFINITIONS = "/identityGovernance/accessReviews/definitions";
const NAME = "Quarterly guest access review";

/** The next request to create a review meets this. */
async function struckOnce(tenant: SimulatedTenant, fault: Fault): Promise<void> {
  await tenant.weather({
    faults: [{ method: "POST", pathPrefix: DEFINITIONS, times: 1, ...fault }],
  });
}

const names = async (tenant: SimulatedTenant) =>
  (await tenant.reviews()).map((review) => review.name);

test("A review that was accepted behind a 504 is found, and not sent again", async ({
  reader,
  tenant,
}) => {
  test.slow();
  const review = await readyToCreate(reader, tenant);
  await struckOnce(tenant, { kind: "gateway-timeout-after-accept" });
  await review.confirm();
  await expect(review.outcomes()).toContainText(["Done"], { timeout: 90_000 });
  await review.closeOutcomes();
  await expect(reader.heading("Review created")).toBeVisible();
  expect(review.sent()).toHaveLength(1);
  expect(await names(tenant)).toEqual([NAME]);
});

test("Where the browser itself repeats the request after a reset, one review is left", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const review = await readyToCreate(reader, tenant);
  await test.step("The line is cut after the review was made. The page sends it once; Chromium may send it again.", async () => {
    await struckOnce(tenant, { kind: "reset-after-accept" });
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done"], { timeout: 90_000 });
    await review.closeOutcomes();
    expect(review.sent()).toHaveLength(1);
  });
  await test.step("The one that the link leads to stays. Another one with the same mark is deleted, and recorded.", async () => {
    const link = page.getByRole("link", { name: NAME });
    await expect.poll(() => names(tenant), { timeout: 40_000 }).toEqual([NAME]);
    const [left] = await tenant.reviews();
    await expect(link).toHaveAttribute("href", `/reviews/${left?.id ?? ""}`);
  });
});

test("A request that is put off is sent again when Graph says so, and makes one review", async ({
  reader,
  tenant,
}) => {
  test.slow();
  const review = await readyToCreate(reader, tenant);
  await struckOnce(tenant, { kind: "throttled", retryAfterSeconds: 2 });
  await review.confirm();
  await expect(review.outcomes()).toContainText(["Done"], { timeout: 120_000 });
  await review.closeOutcomes();
  expect(await names(tenant)).toEqual([NAME]);
});

test("A request that came to nothing is looked for as long as lists lag, and may then be tried again", async ({
  reader,
  tenant,
}) => {
  test.setTimeout(240_000);
  const review = await readyToCreate(reader, tenant);
  await struckOnce(tenant, { kind: "gateway-timeout" });
  await test.step("Until nobody doubts it the dialog says that it is not known, and looks.", async () => {
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Unknown: sent, but not answered"], {
      timeout: 60_000,
    });
    await expect(review.outcomes()).toContainText(["The directory does not show the change."], {
      timeout: 120_000,
    });
    expect(review.sent()).toHaveLength(1);
  });
  await test.step("Try again: another intent, and one review.", async () => {
    await review.dialog().getByRole("button", { name: "Try again" }).click();
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done"], { timeout: 60_000 });
    await review.closeOutcomes();
    await expect(reader.heading("Review created")).toBeVisible();
    expect(await names(tenant)).toEqual([NAME]);
  });
});

test("What is not known is settled in the history by looking, and nothing is sent again", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(240_000);
  const review = await readyToCreate(reader, tenant);
  await tenant.weather({
    faults: [
      { kind: "gateway-timeout-after-accept", method: "POST", pathPrefix: DEFINITIONS, times: 1 },
      // One look before it is sent; then nobody can look.
      { kind: "forbidden", method: "GET", pathPrefix: DEFINITIONS, after: 1 },
    ],
  });
  await test.step("The page leads to the history, not to a second try.", async () => {
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Unknown: sent, but not answered"], {
      timeout: 90_000,
    });
    await review.dialog().getByRole("button", { name: "Stop" }).click();
    await review.closeOutcomes();
    await expect(reader.heading("Not known yet")).toBeVisible();
    await expect(review.createButton()).toHaveCount(0);
  });
  await test.step("Once it can be looked at again, the review is found there.", async () => {
    await tenant.weather({ faults: [] });
    await page.getByRole("main").getByRole("link", { name: "history" }).click();
    await page.getByRole("button", { name: "Settle now" }).click();
    await expect(reader.entries()).toContainText([/Done.*Observed/], { timeout: 60_000 });
    expect(review.sent()).toHaveLength(1);
    expect(await names(tenant)).toEqual([NAME]);
  });
});

test("A refusal is shown in Graph's words, with what was not done, and the draft stays", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const review = await readyToCreate(reader, tenant);
  await test.step("The organization lost its licence a moment ago.", async () => {
    await struckOnce(tenant, { kind: "missing-licence" });
    await review.confirm();
    await expect(review.outcomes()).toContainText(
      [/The review was not created\..*doesn't have premium license/],
      { timeout: 60_000 },
    );
    await review.closeOutcomes();
    expect(await names(tenant)).toEqual([]);
  });
  await test.step("Nothing of the draft is lost: once there is a licence it is created.", async () => {
    await expect(page.getByRole("heading", { level: 2, name: "Consequence" })).toBeVisible();
    await review.ask("Agreed for every quarter");
    await review.confirm();
    await expect(review.outcomes()).toContainText(["Done"], { timeout: 60_000 });
    await review.closeOutcomes();
    expect(await names(tenant)).toEqual([NAME]);
  });
});

test("While the history cannot be written, no review is created", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const review = await readyToCreate(reader, tenant);
  await page.route("**/api/entries", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({ title: "The history cannot be written now.", status: 503 }),
    }),
  );
  await review.confirm();
  await expect(review.dialog()).toContainText(
    "The history cannot be written, so nothing more was sent.",
    { timeout: 30_000 },
  );
  await review.closeOutcomes();
  expect(review.sent()).toEqual([]);
  expect(await names(tenant)).toEqual([]);
});

test.describe("without the licences", () => {
  test("A missing licence stops the review before anything is sent", async ({ reader, tenant }) => {
    await tenant.licence("P1");
    const review = new NewReview(reader);
    await reader.signIn("Grace Okafor", "/reviews/new?template=quarterly-deny");
    await expect(review.beside()).toContainText(
      "Stops it: Access reviews need Microsoft Entra ID P2 or ID Governance",
    );
    await review.goTo("Consequence");
    await expect(review.createButton()).toBeDisabled();
    await expect(review.createButton()).toHaveAccessibleDescription(/^First solve this: Access/);
  });

  test("Reviewing inactive guests is billed, and needs a licence of its own", async ({
    reader,
    tenant,
  }) => {
    await tenant.licence("P2");
    const review = new NewReview(reader);
    await reader.signIn("Grace Okafor", "/reviews/new?template=inactive-guests");
    await expect(review.beside()).toContainText(
      "Reviews of inactive guests are billed: $0.75 for each guest",
    );
    await expect(review.beside()).toContainText("a month on average");
    await expect(review.beside()).toContainText(
      "Stops it: Reviews of inactive guests need Microsoft Entra ID Governance",
    );
  });
});
