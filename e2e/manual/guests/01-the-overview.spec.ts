import type { Page } from "@playwright/test";
import { expect, test } from "../../support/test.ts";
import type { SimulatedTenant } from "../../../simulator/control/simulated-tenant.ts";

/** One person of each standing; the tenant's own Gil Marchetti is active besides. */
async function knownPeople(tenant: SimulatedTenant): Promise<void> {
  const sponsors = [tenant.persona("Grace Okafor").username];
  await tenant.addGuest({ name: "Ada Long Away", lastSeen: "200 days ago", sponsors });
  await tenant.addGuest({ name: "Abe Long Away", lastSeen: "120 days ago" });
  await tenant.addGuest({ name: "Ben Here Lately", lastSeen: "2 days ago", sponsors });
  await tenant.addGuest({ name: "Cleo Never Came" });
  await tenant.addGuest({ name: "Dan Not Accepted", state: "pending", invitedDaysAgo: 12 });
  await tenant.addGuest({ name: "Eve Shut Out", lastSeen: "300 days ago", enabled: false });
  await tenant.addGuest({ name: "Finn Made Member", type: "Member", lastSeen: "10 days ago" });
}

const card = (page: Page, label: string, count: number) =>
  page.getByRole("main").getByRole("link", { name: new RegExp(`^${label}\\s*${count}\\D`) });

test("The overview counts the people of the directory, and each card leads to those it counts", async ({
  page,
  reader,
  tenant,
}) => {
  await knownPeople(tenant);
  await test.step("Sign in. The first page says how many guests there are.", async () => {
    const { users } = await tenant.people();
    const guests = users.filter(({ userType }) => userType === "Guest").length;
    expect(guests).toBe(7);
    await reader.signIn();
    await expect(card(page, "Guests", guests)).toContainText("and 1 external member");
  });
  await test.step("Each card counts people of one standing, as the policy has it.", async () => {
    await expect(card(page, "Stale", 2)).toBeVisible();
    await expect(card(page, "Pending", 1)).toBeVisible();
    await expect(card(page, "Never signed in", 1)).toBeVisible();
    await expect(card(page, "Overdue", 0)).toBeVisible();
    await expect(card(page, "Blocked", 1)).toBeVisible();
    await expect(card(page, "Unknown", 0)).toBeVisible();
  });
  await test.step("Without sponsor counts everybody who has no sponsor.", async () => {
    const { users } = await tenant.people();
    const external = users.filter(({ creationType }) => creationType === "Invitation");
    const alone = external.filter(({ sponsorIds }) => sponsorIds.length === 0).length;
    expect(alone).toBe(6);
    await expect(card(page, "Without sponsor", alone)).toBeVisible();
  });
  await test.step("Below, bars say how long people have been away and from where they come.", async () => {
    for (const name of [
      "Time since the last successful sign-in",
      "Age of pending invitations",
      "Largest partners",
    ]) {
      await expect(page.getByRole("figure", { name })).toBeVisible({ timeout: 20_000 });
    }
    const away = page.getByRole("figure", { name: "Time since the last successful sign-in" });
    await expect(away.getByRole("link", { name: /^90–179 days\s*1 guest$/ })).toBeVisible();
  });
  await test.step("A bar leads to those it counts.", async () => {
    await page.getByRole("link", { name: /^90–179 days/ }).click();
    await expect(reader.grid().getByRole("row")).toContainText(["Name", "Abe"]);
    await expect(reader.grid().getByRole("row")).toHaveCount(2);
    await page.goBack();
  });
  await test.step("Choose Stale. The list has the two stale guests and nobody else.", async () => {
    await card(page, "Stale", 2).click();
    await expect(reader.heading("Guests")).toBeVisible();
    await expect(page.getByRole("button", { name: "Stale (2)", pressed: true })).toBeVisible();
    await expect(reader.grid().getByRole("row")).toContainText(["Name", "Abe", "Ada"]);
  });
  await test.step("Go back and choose Pending: the invitations that nobody accepted.", async () => {
    await page.goBack();
    await card(page, "Pending", 1).click();
    await expect(reader.heading("Invitations")).toBeVisible();
    await expect(reader.guestRow("Dan Not Accepted")).toBeVisible();
    await expect(reader.grid("Pending invitations").getByRole("row")).toHaveCount(2);
  });
  await test.step("Go back and choose Without sponsor: those with a sponsor are not there.", async () => {
    await page.goBack();
    await card(page, "Without sponsor", 6).click();
    await expect(reader.guestRow("Abe Long Away")).toBeVisible();
    await expect(reader.grid().getByRole("row")).toHaveCount(1 + 6);
    await expect(reader.guestRow("Ada Long Away")).toHaveCount(0);
  });
});
