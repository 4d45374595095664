import { APP, SIMULATOR } from "../../support/origins.ts";
import { expect, test } from "../../support/test.ts";

const ADA = "Ada of Partner";

test("Signing in shows the tenant's guests; signing out takes every token and name out of the browser", async ({
  page,
  reader,
  tenant,
  origins,
}) => {
  await tenant.addGuest({ name: ADA, lastSeen: "3 days ago" });
  const storageContent = () =>
    page.evaluate(() =>
      JSON.stringify([sessionStorage, localStorage].map((storage) => Object.entries(storage))),
    );
  await test.step("The first page says what Guestlist is and offers to sign in.", async () => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  });
  await test.step("Choose who you are. You come back to the overview, signed in.", async () => {
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Grace Okafor" }).click();
    await expect(reader.heading("Overview")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(tenant.displayName)).toBeVisible();
  });
  await test.step("The list has the guest, with a standing and the reason for it.", async () => {
    await reader.goTo("Guests");
    await expect(reader.guestRow(ADA)).toContainText("Active");
    await expect(reader.guestRow(ADA).getByTitle(/^Last signed in 3 days ago/)).toBeVisible();
  });
  await test.step("While signed in the tab keeps tokens, and no guest.", async () => {
    expect(await storageContent()).toContain("accesstoken");
    expect(await storageContent()).not.toContain(ADA);
  });
  await test.step("Open the account menu and sign out. Nothing of the tenant is left.", async () => {
    await page.getByRole("button", { name: "Account: Grace Okafor" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(ADA)).toHaveCount(0);
  });
  await test.step("No token and no account is left in the browser.", async () => {
    const left = await storageContent();
    for (const word of ["accesstoken", "refreshtoken", "Grace Okafor", '"guestlist.']) {
      expect(left).not.toContain(word);
    }
  });
  await test.step("The session at the authority is over too: it asks who you are.", async () => {
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Pick an account" })).toBeVisible();
  });
  await test.step("A person who has no role of Guestlist is told whom to ask, and sees nothing else.", async () => {
    await page.getByRole("button", { name: "Nora Whitfield" }).click();
    await expect(page.getByText("Governance.Reader")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole("navigation", { name: "Guestlist" })).toBeHidden();
  });
  await test.step("All of this spoke to Guestlist, Graph and the authority alone.", () => {
    expect([...origins].sort()).toEqual([APP, SIMULATOR].sort());
  });
});
