import type { Page } from "@playwright/test";
import { passTimeUntil } from "../support/pass-time.ts";
import { Reader } from "../support/reader.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantOptions: { consents: "everything" } });

const ADA = "Ada of Partner";
const ENTRIES = "**/api/entries";

/** The history answers 503 to whatever is written, from the given writing on. */
async function ledgerAway(page: Page, from = 1): Promise<void> {
  let requests = 0;
  await page.route(ENTRIES, async (route) => {
    requests += 1;
    if (requests < from) await route.fallback();
    else {
      await route.fulfill({
        status: 503,
        contentType: "application/problem+json",
        body: JSON.stringify({ title: "The history cannot be written now.", status: 503 }),
      });
    }
  });
}

test("While the history cannot be written, nothing is sent, and an outcome that it did not take is written later", async ({
  page,
  reader,
  tenant,
}) => {
  await tenant.addGuest({ name: ADA, lastSeen: "200 days ago" });
  await page.clock.install();
  await reader.signIn("Grace Okafor", "/guests");
  const close = reader.dialog().getByRole("button", { name: "Close" });
  const kinds = async () => (await tenant.effects()).map(({ kind }) => kind);

  await test.step("Block Ada. The history does not answer, and the screen says what that means.", async () => {
    await ledgerAway(page);
    await reader.select(ADA);
    await reader.decide("Block", "The project ended");
    await reader.confirm(/^Block 1 guest$/);
    await passTimeUntil(page, close);
    await expect(reader.dialog()).toContainText(
      "The history cannot be written, so nothing more was sent.",
    );
    await reader.closeOutcomes();
  });
  await test.step("She can still sign in: without a record nothing is done.", async () => {
    expect(await kinds()).toEqual([]);
    expect((await tenant.guestNamed(ADA))?.accountEnabled).toBe(true);
  });
  await test.step("It answers again: the same decision is recorded and carried out. Then it goes away.", async () => {
    await page.unroute(ENTRIES);
    await ledgerAway(page, 2);
    await reader.select(ADA);
    await reader.decide("Block", "The project ended");
    await reader.confirm(/^Block 1 guest$/);
    await passTimeUntil(
      page,
      reader
        .dialog()
        .getByText(
          /1 outcome is not in the history yet; it is kept in this browser and sent again/,
        ),
    );
    await expect(reader.outcomes()).toContainText(["Done"]);
    await passTimeUntil(page, close);
    await reader.closeOutcomes();
    expect(await kinds()).toEqual(["account-disabled"]);
  });
  await test.step("Signing out warns that the history does not have it yet.", async () => {
    await page.getByRole("button", { name: "Account: Grace Okafor" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    const warning = page.getByRole("alertdialog", { name: "1 outcome is not in the history yet" });
    await expect(warning).toContainText("sent when you sign in here again");
    await warning.getByRole("button", { name: "Stay signed in" }).click();
    await expect(warning).toBeHidden();
  });
  await test.step("The tab is closed, and the history is back: the next tab writes it by itself.", async () => {
    const next = new Reader(await page.context().newPage(), tenant);
    await page.close();
    await next.page.clock.resume();
    await next.signIn("Grace Okafor", "/history");
    await expect(next.entries()).toHaveCount(1);
    await expect(next.entries()).toContainText(
      [/Done.*(Verified in the directory|Matched in Entra’s audit log)/],
      { timeout: 20_000 },
    );
    expect(await kinds()).toEqual(["account-disabled"]);
  });
});
