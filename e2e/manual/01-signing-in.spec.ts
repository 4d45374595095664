import { expect, test } from "../support/test.ts";

test("Signing in shows the tenant's guests", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "3 days ago" });
  await test.step("The first page says what Guestlist is and offers to sign in.", async () => {
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  });
  await test.step("Choose who you are. You come back to the overview, signed in.", async () => {
    await reader.signInByHand();
    await expect(reader.heading("Overview")).toBeVisible();
    await expect(page.getByText(tenant.displayName)).toBeVisible();
  });
  await test.step("The list has the guest, with a standing and the reason for it.", async () => {
    await reader.goTo("Guests");
    await expect(reader.guestRow("Ada of Partner")).toContainText("Active");
    await expect(reader.guestRow("Ada of Partner")).toContainText("Last signed in 3 days ago");
  });
});

test("Whoever has no role of Guestlist is told whom to ask", async ({ page, reader }) => {
  await reader.signInByHand("Nora Whitfield");
  await expect(page.getByText("Governance.Reader")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Guestlist" })).toBeHidden();
});

test("Signing out forgets the guests of this tab", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "3 days ago" });
  await reader.signInByHand("Grace Okafor", "/guests");
  await expect(reader.guestRow("Ada of Partner")).toBeVisible();
  await test.step("Open the account menu and sign out.", async () => {
    await page.getByRole("button", { name: /Grace Okafor/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  });
  await test.step("The sign-in page is there again, and nothing of the tenant is left.", async () => {
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("Ada of Partner")).toHaveCount(0);
    const kept = await page.evaluate(() => Object.keys(sessionStorage));
    expect(kept.filter((key) => key.startsWith("guestlist."))).toEqual([]);
  });
});
