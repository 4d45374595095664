import { expect, test } from "../support/test.ts";
import { APP } from "../support/origins.ts";
import { reviewForManuel } from "../support/reviews.ts";

test.use({ tenantOptions: { consents: "everything" } });

const ADA = "Ada of Partner";

test("A session is renewed unseen: by refresh token, and when that ran out in a hidden frame", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago", groups: ["Harbour project"] });
  await page.clock.install();
  await reader.signInByHand("Grace Okafor", "/guests");
  await expect(reader.guestRow(ADA)).toBeVisible();
  const renewals: string[] = [];
  let framed = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname.endsWith("/token")) {
      renewals.push(new URLSearchParams(request.postData() ?? "").get("grant_type") ?? "");
    }
    const asks = request.url().includes("/oauth2/v2.0/authorize");
    if (asks && request.frame() !== page.mainFrame()) framed += 1;
  });
  await test.step("Two hours later the tokens are too old. Block Ada all the same.", async () => {
    await page.clock.fastForward("02:00:00");
    await reader.select(ADA);
    await reader.decide("Block", "The project ended");
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 40_000 });
  });
  await test.step("The tokens were renewed by refresh token, and nobody left the page.", async () => {
    expect(renewals.length).toBeGreaterThan(0);
    expect(new Set(renewals)).toEqual(new Set(["refresh_token"]));
    expect(framed).toBe(0);
    await expect(page).toHaveURL(({ origin }) => origin === APP);
    expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
    await reader.closeOutcomes();
  });
  await test.step("Refresh tokens of a browser live for a day. On the next day, open a guest.", async () => {
    await tenant.advance("PT26H");
    await page.clock.fastForward("26:00:00");
    const panel = await reader.openGuest(ADA);
    await expect(panel.getByText("Harbour project")).toBeVisible({ timeout: 60_000 });
  });
  await test.step("The session at Microsoft still stood, and was asked in a hidden frame.", async () => {
    expect(framed).toBeGreaterThan(0);
    await expect(page).toHaveURL(({ pathname }) => pathname === "/guests");
  });
});

test("A second account can be added, and each sees what it may", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await reader.signInByHand("Grace Okafor", "/guests");
  await test.step("Open the account menu and add the auditor.", async () => {
    await page.getByRole("button", { name: "Account: Grace Okafor" }).click();
    await page.getByRole("menuitem", { name: "Use another account" }).click();
    await page.getByRole("button", { name: "Rhea Castellanos" }).click();
    await expect(page.getByRole("button", { name: "Account: Rhea Castellanos" })).toBeVisible({
      timeout: 30_000,
    });
  });
  await test.step("She looks and cannot decide.", async () => {
    await expect(reader.guestRow(ADA)).toBeVisible({ timeout: 20_000 });
    await reader.select(ADA);
    await expect(reader.operation("Block")).toBeDisabled();
  });
  await test.step("Switch back: Grace can.", async () => {
    await page.getByRole("button", { name: "Account: Rhea Castellanos" }).click();
    // Until the list is read anew, the rows are those that the other account has read.
    const readAnew = page.waitForResponse((response) => response.url().includes("signInActivity"));
    await page.getByRole("menuitem", { name: "Grace Okafor" }).click();
    await expect(page.getByRole("button", { name: "Account: Grace Okafor" })).toBeVisible();
    await readAnew;
    await expect(reader.guestRow(ADA)).toContainText("Stale", { timeout: 20_000 });
    await reader.select(ADA);
    await reader.carryOut("Block", 1, "The project ended");
    const effects = await tenant.effects();
    expect(new Set(effects.map(({ actorId }) => actorId))).toEqual(
      new Set([tenant.persona("Grace Okafor").userId]),
    );
  });
  await test.step("The history says who it was.", async () => {
    await reader.goTo("History");
    await expect(reader.entries()).toContainText(["Grace Okafor"]);
  });
});

test("A person who was sent a link signs in and sees what it shows", async ({ page, reader }) => {
  test.slow();
  const { reviewId } = await reviewForManuel(reader, { [ADA]: "200 days ago" });
  const address = () => page.evaluate(() => location.pathname + location.search);
  await test.step("A part of one review.", async () => {
    const path = `/reviews/${reviewId}?tab=reviewers`;
    await reader.signInByHand("Grace Okafor", path);
    await expect(reader.grid("Reviewers")).toContainText("Manuel Ortega", { timeout: 20_000 });
    expect(await address()).toBe(path);
  });
  await test.step("A part of the coverage, with what was searched there.", async () => {
    const path = "/reviews/coverage?tab=groups&q=Quay";
    const rhea = await reader.colleague();
    await rhea.signInByHand("Rhea Castellanos", path);
    await expect(rhea.page.getByRole("tab", { name: /^Groups/ })).toHaveAttribute(
      "aria-selected",
      "true",
      { timeout: 20_000 },
    );
    await expect(rhea.page.getByRole("searchbox")).toHaveValue("Quay");
    await expect(rhea.page).toHaveURL(({ pathname, search }) => pathname + search === path);
    await rhea.leave();
  });
});
