import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const ADA = "Ada of Partner";

test("Consent that was withdrawn is asked for again, and a claims challenge is answered once", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await page.clock.install();
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select(ADA);
  await test.step("Meanwhile the organization takes a permission back, and the tokens run out.", async () => {
    await tenant.withdrawConsent("User.EnableDisableAccount.All");
    await page.clock.fastForward("02:00:00");
  });
  await test.step("Choose Block. The dialog says what is missing, and asks for it.", async () => {
    await reader.decide("Block", "The project ended");
    await expect(reader.dialog()).toContainText("Your consent is needed first", {
      timeout: 20_000,
    });
    await expect(reader.dialog().getByRole("button", { name: "Block 1 guest" })).toBeDisabled();
    expect(await tenant.effects()).toEqual([]);
  });
  await test.step("Give it: you come back to the plan.", async () => {
    await reader.dialog().getByRole("button", { name: "Give permission" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await expect(reader.dialog().getByRole("textbox", { name: "Reason" })).toHaveValue(
      "The project ended",
      { timeout: 30_000 },
    );
  });
  await test.step("Confirm. Graph challenges the first try; the request is repeated once, and done once.", async () => {
    await tenant.conditions({
      faults: [{ kind: "insufficient-claims", method: "PATCH", pathPrefix: "/users/", times: 1 }],
    });
    const answers: number[] = [];
    page.on("response", (response) => {
      if (response.request().method() === "PATCH") answers.push(response.status());
    });
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 30_000 });
    expect(answers).toEqual([401, 204]);
    expect((await tenant.effects()).map(({ kind }) => kind)).toEqual(["account-disabled"]);
    expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(false);
  });
});

test("A session that the organization ended is said, and signing in and out is of the whole browser", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await page.clock.install();
  await reader.signIn("Grace Okafor", "/guests");
  await expect(reader.guestRow(ADA)).toBeVisible();
  const me = { id: tenant.persona("Grace Okafor").userId };
  await test.step("The account is blocked for a while, and the tokens run out.", async () => {
    await tenant.change(me, { accountEnabled: false });
    await page.clock.fastForward("02:00:00");
  });
  await test.step("The history cannot be read, and the page says why.", async () => {
    await reader.goTo("History");
    await expect(page.getByText("Your sign-in has ended.")).toBeVisible({ timeout: 40_000 });
  });
  await test.step("It is allowed again. Sign in, and be back on the same page.", async () => {
    await tenant.change(me, { accountEnabled: true });
    await page.context().clearCookies({ name: "guestlist-simulator-session" });
    await page.getByRole("button", { name: "Sign in again" }).click();
    await page.getByRole("button", { name: "Grace Okafor" }).click();
    await expect(reader.heading("History")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("Nothing is recorded yet")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("Your sign-in has ended.")).toHaveCount(0);
  });
  const other = await page.context().newPage();
  await test.step("A new tab is signed in without a click, as the same person.", async () => {
    await other.goto("/guests");
    await expect(other.getByRole("button", { name: "Account: Grace Okafor" })).toBeVisible({
      timeout: 30_000,
    });
    await expect(other.getByText(ADA)).toBeVisible();
  });
  await test.step("Sign out. The other tab is signed out too, and shows nobody any more.", async () => {
    await page.bringToFront();
    await page.getByRole("button", { name: "Account: Grace Okafor" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible({ timeout: 30_000 });
    await other.bringToFront();
    await expect(other.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(other.getByText(ADA)).toHaveCount(0);
    expect(await tenant.effects()).toEqual([]);
  });
});
