import { expect, test } from "../../support/test.ts";
import type { SimulatedTenant } from "../../../simulator/control/simulated-tenant.ts";

async function someGuests(tenant: SimulatedTenant): Promise<void> {
  await tenant.addGuest({ name: "Ada Long Away", lastSeen: "400 days ago" });
  await tenant.addGuest({ name: "Cleo Never Came" });
  await tenant.addGuest({ name: "Dan Not Accepted", state: "pending", invitedDaysAgo: 9 });
  await tenant.addGuest({ name: "Eve Shut Out", enabled: false });
}

test("Without Entra ID P1 sign-ins are unreadable, and the page says so", async ({
  page,
  reader,
  tenant,
}) => {
  await someGuests(tenant);
  await tenant.licence("none");
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("A notice above the list names the licence that is missing.", async () => {
    const notice = page.getByRole("status").filter({ hasText: "Sign-ins are unreadable" });
    await expect(notice).toContainText("only to tenants with Microsoft Entra ID P1 or P2");
  });
  await test.step("Nobody is called stale: who was not seen may have been here.", async () => {
    await expect(page.getByRole("button", { name: "Unknown (3)" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Stale (0)" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Never signed in (0)" })).toBeVisible();
    await expect(
      reader
        .guestRow("Ada Long Away")
        .getByTitle("Sign-ins could not be read, so the standing is unknown."),
    ).toBeVisible();
  });
  await test.step("What does not need sign-ins is still said.", async () => {
    await expect(reader.guestRow("Dan Not Accepted")).toContainText("Pending");
    await expect(reader.guestRow("Eve Shut Out")).toContainText("Blocked");
  });
  await test.step("The overview says the same.", async () => {
    await reader.goTo("Overview");
    await expect(page.getByText("Sign-ins are unreadable")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Unknown\s*3\D/ })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Stale\s*Unknown/ })).toBeVisible();
  });
});
