import type { Page } from "@playwright/test";
import { passTimeUntil } from "../support/pass-time.ts";
import { expect, test } from "../support/test.ts";

test.use({ tenantWanted: { consents: "everything" } });

const ADA = "Ada of Partner";
const ENTRIES = "**/api/entries";

/** The history answers 503 to whatever is written, from the given writing on. */
async function ledgerAway(page: Page, from = 1): Promise<void> {
  let asked = 0;
  await page.route(ENTRIES, async (route) => {
    asked += 1;
    if (asked < from) await route.fallback();
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
        .getByText(/1 outcome is not in the history yet; it is kept in this tab and sent again/),
    );
    await expect(reader.outcomes()).toContainText(["Done"]);
    await passTimeUntil(page, close);
    await reader.closeOutcomes();
    expect(await kinds()).toEqual(["account-disabled"]);
  });
  await test.step("The history is back. It has the decision, without an outcome.", async () => {
    await page.unroute(ENTRIES);
    await reader.goTo("History");
    await expect(reader.entries()).toHaveCount(1);
    await expect(reader.entries()).toContainText(["Not settled"]);
  });
  await test.step("Settle it: what the tab kept is written, and nothing is sent again.", async () => {
    await page.getByRole("button", { name: "Settle now" }).click();
    await expect(reader.entries()).toContainText([/Done.*(Observed|Audited)/], { timeout: 20_000 });
    expect(await kinds()).toEqual(["account-disabled"]);
  });
});
