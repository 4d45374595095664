import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { noBarriers } from "../support/no-barriers.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

async function people(tenant: SimulatedTenant): Promise<void> {
  await tenant.addGuest({
    name: "Ada of Partner",
    lastSeen: "200 days ago",
    groups: ["Harbour project", { name: "Everybody outside", kind: "dynamic" }],
    owns: ["Tide tables"],
    sponsors: [tenant.persona("Uma Lindqvist").username],
  });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "2 days ago" });
  await tenant.addGuest({ name: "Cleo of Partner", enabled: false, lastSeen: "90 days ago" });
  await tenant.addGuest({ name: "Dan of Partner", state: "pending", invitedDaysAgo: 40 });
  const gone = await tenant.addGuest({ name: "Eve of Partner", lastSeen: "300 days ago" });
  await tenant.change(gone, { deleted: true });
}

test("The sign-in page and the page of somebody without a role have no barrier", async ({
  page,
  reader,
}) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await noBarriers(page, "sign-in page");
  await reader.signIn("Nora Whitfield");
  await expect(reader.heading("You have no role in Guestlist yet")).toBeVisible();
  await noBarriers(page, "no role");
});

test("The overview, the lists and the settings have no barrier", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(120_000);
  await people(tenant);
  await reader.signIn();
  await expect(page.getByRole("figure", { name: "Largest partners" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await noBarriers(page, "overview");
  await page.getByRole("button", { name: "Account: Grace Okafor" }).click();
  await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await noBarriers(page, "account menu");
  await page.keyboard.press("Escape");
  await reader.goTo("Guests");
  await expect(reader.guestRow("Ada of Partner")).toContainText("Stale");
  await noBarriers(page, "guests");
  const panel = await reader.openGuest("Ada of Partner");
  await expect(panel).toContainText("Harbour project");
  await noBarriers(page, "a guest's panel");
  await panel.getByRole("button", { name: "Close" }).click();
  await page.getByRole("searchbox", { name: "Search guests" }).fill("nobody of that name");
  await expect(page.getByText("No guests match")).toBeVisible();
  await noBarriers(page, "an empty list");
  await reader.goTo("Invitations");
  await expect(reader.guestRow("Dan of Partner")).toBeVisible();
  await noBarriers(page, "invitations");
  await reader.goTo("Deleted");
  await expect(reader.guestRow("Eve of Partner")).toBeVisible();
  await noBarriers(page, "deleted");
  await reader.goTo("Settings");
  await expect(page.getByRole("radiogroup", { name: "Theme" })).toBeVisible();
  await noBarriers(page, "settings");
});

test("Deciding and the history have no barrier", async ({ page, reader, tenant }) => {
  test.setTimeout(120_000);
  await people(tenant);
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select("Ada of Partner", "Cleo of Partner");
  await reader.decide("Block", "The project ended");
  await expect(reader.leftAlone("Cleo of Partner")).toBeVisible();
  await noBarriers(page, "the dialog before a decision");
  await reader.confirm(/^Block 1 guest$/);
  await expect(reader.outcomes()).toContainText(["Done"], { timeout: 30_000 });
  await noBarriers(page, "a run that is over");
  await reader.closeOutcomes();
  await reader.goTo("History");
  await expect(reader.entries()).toHaveCount(1);
  await noBarriers(page, "history");
  await reader.entries().getByRole("button", { name: "Ada of Partner" }).click();
  await expect(page.getByRole("dialog")).toContainText("Known at the time");
  await noBarriers(page, "an entry's panel");
  await page.getByRole("link", { name: "Erase from the history…" }).click();
  await expect(page.getByLabel("Object ID of the person")).not.toHaveValue("");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("1 name record will be erased")).toBeVisible();
  await noBarriers(page, "erasing a person");
  await reader.goTo("History");
  await page.getByRole("link", { name: "Check integrity" }).click();
  await page.getByRole("button", { name: "Sign a checkpoint now" }).click();
  await expect(page.getByRole("table", { name: /^Checkpoints/ })).toBeVisible();
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("The history is intact")).toBeVisible();
  await noBarriers(page, "the integrity of the history");
});

test("What went wrong has no barrier", async ({ page, reader, tenant }) => {
  await people(tenant);
  await tenant.licence("none");
  await page.route("**/api/history*", async (route) => {
    await route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" });
  });
  await reader.signIn("Grace Okafor", "/guests");
  await expect(page.getByText("Sign-ins are unreadable")).toBeVisible({ timeout: 20_000 });
  await noBarriers(page, "guests without sign-ins");
  await reader.goTo("History");
  await expect(page.getByRole("alert").filter({ hasText: "incomplete" })).toBeVisible({
    timeout: 30_000,
  });
  await noBarriers(page, "a history that does not answer");
});
