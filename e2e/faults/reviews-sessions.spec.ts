import type { Page } from "@playwright/test";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { SIMULATOR } from "../support/origins.ts";
import type { Reader } from "../support/reader.ts";
import { makeReviews } from "../support/reviews.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const GRAPH = `${SIMULATOR}/v1.0/`;
const TWO_HOURS = "02:00:00";

/** One group of 250 guests and a review of it: its decisions come in three pages. */
async function reviewOfMany(reader: Reader): Promise<string> {
  const { tenant } = reader;
  await tenant.addCrowd({ name: "Crowd", groups: 1, guestsEach: 250 });
  const crowd = (await tenant.groups()).find(({ memberIds }) => memberIds.length === 250);
  const [review] = await makeReviews(reader, {
    name: "Crowd review",
    groupId: crowd?.id ?? "",
    reviewerIds: [tenant.persona("Manuel Ortega").userId],
  });
  return review?.reviewId ?? "";
}

/**
 * While one request is on its way two hours pass, as when a computer sleeps: for Graph the token has run out, and the
 * browser knows it too. Gives back what happened since.
 */
async function sleepDuring(
  page: Page,
  tenant: SimulatedTenant,
  isMoment: (url: string) => boolean,
) {
  const seen = { slept: false, refused: 0, renewed: 0 };
  // Nothing leaves the computer while it sleeps.
  let asleep = Promise.resolve();
  const sleep = async () => {
    await page.waitForTimeout(500);
    await tenant.advance("PT2H");
    await page.clock.fastForward(TWO_HOURS);
  };
  await page.route(`${SIMULATOR}/**`, async (route) => {
    const request = route.request();
    if (!seen.slept && request.method() !== "OPTIONS" && isMoment(request.url())) {
      seen.slept = true;
      asleep = sleep();
    }
    await asleep;
    await route.continue();
  });
  page.on("response", (response) => {
    if (response.url().startsWith(GRAPH) && response.status() === 401) seen.refused += 1;
  });
  page.on("request", (request) => {
    const renews = request.postData()?.includes("grant_type=refresh_token") === true;
    if (seen.slept && renews && request.url().includes("/token")) seen.renewed += 1;
  });
  return seen;
}

test("A token that runs out in the middle of a reading is renewed, and the reading goes on", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const reviewId = await reviewOfMany(reader);
  await page.clock.install({ time: new Date(await tenant.now()) });
  await reader.signIn("Grace Okafor", "/history");
  const seen = await sleepDuring(page, tenant, (url) => /\/decisions\b/.test(url));
  await reader.goTo("Reviews");
  await page.getByRole("gridcell", { name: "Crowd review" }).click({ timeout: 30_000 });
  await expect(page.getByText("250 of 250 decisions.")).toBeVisible({ timeout: 40_000 });
  await expect(
    page.getByText(/sign-in has ended|asks for your permission|not complete|did not answer/),
  ).toHaveCount(0);
  await expect(page).toHaveURL(({ href }) => href.includes(reviewId));
  expect(seen.refused).toBeGreaterThan(0);
  expect(seen.renewed).toBeGreaterThan(0);
});

test("A session that has ended is said, and signing in leads back to the same page and filter", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  const path = "/reviews?q=crowd&status=running";
  await reviewOfMany(reader);
  const me = { id: tenant.persona("Grace Okafor").userId };
  const crowd = page.getByText(/^Crowd/).first();
  await page.clock.install({ time: new Date(await tenant.now()) });
  await reader.signIn("Grace Okafor", path);
  await expect(crowd).toBeVisible({ timeout: 40_000 });
  await test.step("The account is blocked for a while, and the tokens run out.", async () => {
    await tenant.change(me, { accountEnabled: false });
    await page.clock.fastForward(TWO_HOURS);
    await page.getByRole("button", { name: "Refresh" }).click();
    const said = page.getByText(/^Your sign-in has ended: .* cannot be read/);
    await expect(said.first()).toBeVisible({ timeout: 40_000 });
  });
  await test.step("It is allowed again. Sign in, and be back where you were.", async () => {
    await tenant.change(me, { accountEnabled: true });
    await page.context().clearCookies({ name: "guestlist-simulator-session" });
    await page.getByRole("button", { name: "Sign in again" }).first().click();
    await page.getByRole("button", { name: "Grace Okafor" }).click();
    await expect(page).toHaveURL((url) => url.pathname + url.search === path, {
      timeout: 30_000,
    });
    await expect(crowd).toBeVisible({ timeout: 40_000 });
    await expect(page.getByText(/sign-in has ended/)).toHaveCount(0);
  });
});
