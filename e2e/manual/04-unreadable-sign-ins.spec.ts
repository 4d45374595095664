import { expect, test } from "../support/test.ts";
import type { Reader } from "../support/reader.ts";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";

async function someGuests(tenant: SimulatedTenant): Promise<void> {
  await tenant.addGuest({ name: "Ada Long Away", lastSeen: "400 days ago" });
  await tenant.addGuest({ name: "Cleo Never Came" });
  await tenant.addGuest({ name: "Dan Not Accepted", state: "pending", invitedDaysAgo: 9 });
  await tenant.addGuest({ name: "Eve Shut Out", enabled: false });
}

/** What holds whenever sign-ins cannot be read, whatever the cause. */
async function nobodyIsCalledStale(reader: Reader): Promise<void> {
  const { page } = reader;
  await test.step("Nobody is called stale: who was not seen may have been here.", async () => {
    await expect(page.getByRole("button", { name: "Unknown (3)" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Stale (0)" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Never signed in (0)" })).toBeVisible();
    await expect(reader.guestRow("Ada Long Away")).toContainText(
      "Sign-ins could not be read, so nobody can say.",
    );
  });
  await test.step("What does not need sign-ins is still said.", async () => {
    await expect(reader.guestRow("Dan Not Accepted")).toContainText("Pending");
    await expect(reader.guestRow("Eve Shut Out")).toContainText("Blocked");
  });
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
  await nobodyIsCalledStale(reader);
  await test.step("The overview says the same.", async () => {
    await reader.goTo("Overview");
    await expect(page.getByText("Sign-ins are unreadable")).toBeVisible();
    await expect(page.getByRole("link", { name: /^Unknown\s*3\D/ })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Stale\s*0\D/ })).toBeVisible();
  });
});

test("Without a directory role that may read sign-ins, the page names the role", async ({
  page,
  reader,
  tenant,
}) => {
  await someGuests(tenant);
  // As Graph answers to whoever lacks the role: the simulator opens sign-in activity by permission and licence alone.
  await tenant.weather({
    faults: [{ kind: "forbidden", pathPrefix: "/users", queryContains: "signInActivity" }],
  });
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("The notice says which role is enough, and nothing of licences.", async () => {
    const notice = page.getByRole("status").filter({ hasText: "Sign-ins are unreadable" });
    await expect(notice).toContainText("Your directory roles do not let you read sign-in activity");
    await expect(notice).toContainText("Reports Reader is enough");
    await expect(notice).not.toContainText("P1");
  });
  await nobodyIsCalledStale(reader);
  await test.step("With the role, the next reading knows.", async () => {
    await tenant.weather({ faults: [] });
    await page.reload();
    await expect(reader.guestRow("Ada Long Away")).toContainText("Stale", { timeout: 20_000 });
    await expect(page.getByText("Sign-ins are unreadable")).toHaveCount(0);
  });
});
