import { expect, test } from "../support/test.ts";
import { secondTab } from "../support/second-tab.ts";
import { sheetOf } from "../support/sheet.ts";

const GUESTS = 30;
const REASON = "The project ended";

test.use({ tenantOptions: { consents: "everything" } });

test("A tab closed midway leaves decisions that are found, of which nothing false is said, and each effect at most once", async ({
  page,
  reader,
  tenant,
}) => {
  const names = Array.from({ length: GUESTS }, (_, index) => `Guest ${index + 1} of Partner`);
  for (const name of names) await tenant.addGuest({ name, lastSeen: "200 days ago" });
  // However fast the machine is: what comes after these waits for longer than the tab lives.
  await tenant.conditions({
    faults: [
      {
        ...{ kind: "throttled", method: "PATCH", pathPrefix: "/users/" },
        ...{ after: 14, retryAfterSeconds: 60 },
      },
    ],
  });
  await page.clock.install();
  await reader.signIn("Grace Okafor", "/guests?standing=stale");
  await test.step("Block thirty guests, and close the tab in the middle.", async () => {
    await expect(page.getByText(`${GUESTS} guests.`)).toBeVisible({ timeout: 20_000 });
    await reader.selectAll();
    await reader.decide("Block", REASON);
    await reader.confirm(new RegExp(`^Block ${GUESTS} guests$`));
    await expect
      .poll(async () => (await tenant.effects()).length, { intervals: [50], timeout: 30_000 })
      .toBeGreaterThan(10);
    await page.close();
  });
  const again = await secondTab(page, tenant, "/history?by=entry");
  await test.step("Open Guestlist again. The history says how many have no known outcome.", async () => {
    await expect(again.page.getByText(/^\d+ operations have no known outcome$/)).toBeVisible();
    await expect(again.entries().filter({ hasText: "Unknown" }).first()).toBeVisible();
  });
  await test.step("Resolve them, with a clock that is a day ahead. The closed tab may still be at it for three minutes by the server's clock: nothing is said.", async () => {
    await again.page.clock.fastForward("24:00:00");
    const before = (await tenant.effects()).length;
    await again.page.getByRole("button", { name: "Check outcomes now" }).click();
    await expect(again.page.getByText(/not checked: a tab may still be/).first()).toBeVisible({
      timeout: 30_000,
    });
    await expect(again.entries().filter({ hasText: "Unknown" }).first()).toBeVisible();
    expect(await tenant.effects()).toHaveLength(before);
  });
  await test.step("What the history says of each guest is what the directory has, or that it is not known.", async () => {
    const sheet = sheetOf(await again.exportCsv());
    expect(sheet).toHaveLength(GUESTS);
    const { users } = await tenant.people();
    for (const name of names) {
      const enabled = users.find(({ displayName }) => displayName === name)?.accountEnabled;
      const row = sheet.find((line) => line.Guest === name);
      expect(row, name).toMatchObject({ Reason: REASON });
      expect(row?.Outcome, name).toMatch(enabled === true ? /^Unknown$/ : /^(Done|Unknown)$/);
    }
    expect(sheet.map(({ Outcome }) => Outcome)).toContain("Unknown");
  });
  await test.step("No guest was blocked twice.", async () => {
    const blocked = (await tenant.effects()).filter(({ kind }) => kind === "account-disabled");
    expect(new Set(blocked.map(({ targetId }) => targetId)).size).toBe(blocked.length);
  });
});

test("A decision that still runs in another tab is not resolved from here", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.conditions({
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
  await page.clock.install();
  await reader.signIn("Grace Okafor", "/guests");
  await test.step("In one tab a run waits for the directory.", async () => {
    await reader.select("Ada of Partner");
    await reader.decide("Block", REASON);
    await reader.confirm(/^Block 1 guest$/);
    await expect(reader.dialog()).toContainText("Microsoft Graph asks us to wait", {
      timeout: 20_000,
    });
  });
  const other = await secondTab(page, tenant, "/history?by=entry");
  await test.step("In the other one, resolving says that it still runs.", async () => {
    await other.page.getByRole("button", { name: "Check outcomes now" }).click({ timeout: 20_000 });
    await expect(
      other.page.getByText(/^1 operation not checked: a tab may still be/).first(),
    ).toBeVisible({
      timeout: 20_000,
    });
    await expect(other.entries()).toContainText(["Unknown"]);
  });
  await test.step("The run ends in its own tab, and the operation was done once.", async () => {
    await page.bringToFront();
    await page.clock.fastForward("01:00");
    await expect(reader.outcomes()).toContainText(["Done"], { timeout: 20_000 });
    const effects = await tenant.effects();
    expect(effects.map(({ kind }) => kind)).toEqual(["account-disabled"]);
  });
});
