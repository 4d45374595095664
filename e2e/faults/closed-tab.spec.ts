import { expect, test } from "../support/test.ts";
import { secondTab } from "../support/second-tab.ts";
import { sheetOf } from "../support/sheet.ts";

const GUESTS = 60;
const REASON = "The project ended";

test.use({ tenantWanted: { consents: "everything" } });

test("A tab closed midway leaves decisions that are found and settled, each effect at most once", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(180_000);
  const names = Array.from({ length: GUESTS }, (_, index) => `Guest ${index + 1} of Partner`);
  for (const name of names) await tenant.addGuest({ name, lastSeen: "200 days ago" });
  await reader.signIn("Grace Okafor", "/guests?standing=stale");
  await test.step("Block sixty guests, and close the tab in the middle.", async () => {
    await expect(page.getByText(`${GUESTS} match.`)).toBeVisible({ timeout: 20_000 });
    await reader.selectAll();
    await reader.decide("Block", REASON);
    await reader.confirm(new RegExp(`^Block ${GUESTS} guests$`));
    await expect
      .poll(async () => (await tenant.effects()).length, { intervals: [50], timeout: 30_000 })
      .toBeGreaterThan(10);
    await page.close();
  });
  const again = await secondTab(page, tenant, "/history");
  await test.step("Open Guestlist again. The history says how many have no known outcome.", async () => {
    await expect(again.page.getByText(/^\d+ decisions have no known outcome$/)).toBeVisible();
    await expect(again.entries().filter({ hasText: "Not settled" }).first()).toBeVisible();
  });
  await test.step("Settle them. The directory is read, and nothing is sent to it.", async () => {
    const before = (await tenant.effects()).length;
    await again.page.getByRole("button", { name: "Settle now" }).click();
    await expect(again.entries().filter({ hasText: "Not settled" })).toHaveCount(0, {
      timeout: 90_000,
    });
    await expect(again.page.getByText("no known outcome")).toHaveCount(0);
    expect(await tenant.effects()).toHaveLength(before);
  });
  await test.step("What the history says of each guest is what the directory has.", async () => {
    const sheet = sheetOf(await again.exportCsv());
    expect(sheet).toHaveLength(GUESTS);
    const { users } = await tenant.people();
    for (const name of names) {
      const enabled = users.find(({ displayName }) => displayName === name)?.accountEnabled;
      const row = sheet.find((line) => line.Guest === name);
      expect(row, name).toMatchObject({
        Reason: REASON,
        Outcome: enabled === true ? "Failed" : "Done",
        Evidence: "Observed",
      });
    }
    expect(new Set(sheet.map(({ Outcome }) => Outcome))).toEqual(new Set(["Done", "Failed"]));
  });
  await test.step("No guest was blocked twice.", async () => {
    const blocked = (await tenant.effects()).filter(({ kind }) => kind === "account-disabled");
    expect(new Set(blocked.map(({ targetId }) => targetId)).size).toBe(blocked.length);
  });
});

test("A decision that still runs in another tab is not settled from here", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.weather({
    faults: [
      {
        kind: "throttled",
        method: "PATCH",
        pathPrefix: "/users/",
        times: 1,
        retryAfterSeconds: 40,
      },
    ],
  });
  await reader.signIn("Grace Okafor", "/guests");
  const other = await secondTab(page, tenant, "/history");
  await page.bringToFront();
  await test.step("In one tab a run waits for the directory.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Block", REASON);
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.dialog()).toContainText("Microsoft Graph asks us to wait", {
      timeout: 20_000,
    });
  });
  await test.step("In the other one, settling says that it still runs.", async () => {
    await other.page.bringToFront();
    await other.page.reload();
    await other.page.getByRole("button", { name: "Settle now" }).click({ timeout: 20_000 });
    await expect(
      other.page.getByText("1 decision could not be settled now: still running").first(),
    ).toBeVisible({ timeout: 20_000 });
    await expect(other.entries()).toContainText(["Not settled"]);
  });
  await test.step("The run ends in its own tab, and the act was done once.", async () => {
    await page.bringToFront();
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 60_000 });
    const effects = await tenant.effects();
    expect(effects.map(({ kind }) => kind)).toEqual(["account-disabled", "sessions-revoked"]);
  });
});

test("Two tabs that decide the same do it once", async ({ page, reader, tenant }) => {
  test.slow();
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await reader.signIn("Grace Okafor", "/guests");
  const other = await secondTab(page, tenant, "/guests");
  await test.step("Plan to remove Ada in both tabs.", async () => {
    for (const tab of [other, reader]) {
      await tab.page.bringToFront();
      await tab.select("Ada of Partner");
      await tab.decide("Remove", REASON);
      await expect(tab.decidedOn()).toHaveCount(1);
    }
  });
  await test.step("Confirm in one, then in the other: there she was removed already.", async () => {
    await reader.confirm(/^Remove 1 guest$/);
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 20_000 });
    await other.page.bringToFront();
    await other.confirm(/^Remove 1 guest$/);
    await expect(other.outcomes()).toContainText(["Was so already"], { timeout: 20_000 });
    await other.closeOutcomes();
  });
  await test.step("One effect, two decisions in the history.", async () => {
    expect((await tenant.effects()).map(({ kind }) => kind)).toEqual(["user-deleted"]);
    await other.goTo("History");
    await expect(other.entries()).toContainText(["Was so already", "Done"]);
  });
});
