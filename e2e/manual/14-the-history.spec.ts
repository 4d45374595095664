import { expect, test } from "../support/test.ts";
import type { Reader } from "../support/reader.ts";
import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";

/** Ada was blocked and unblocked, Ben was kept, Cleo's block was refused: she holds a role by then. */
async function someDecisions(reader: Reader, tenant: SimulatedTenant): Promise<void> {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "200 days ago" });
  const cleo = await tenant.addGuest({ name: "Cleo of Partner", lastSeen: "200 days ago" });
  await reader.mayActUnasked();
  await reader.signIn("Grace Okafor", "/guests");
  await reader.select("Ada of Partner");
  await reader.carryOut("Block", 1, "Ticket 4711");
  await reader.select("Ada of Partner");
  await reader.carryOut("Unblock", 1, "Ticket 4712");
  await reader.select("Ben of Partner");
  await reader.carryOut("Keep", 1, "Ticket 4713");
  await reader.select("Cleo of Partner");
  await reader.decide("Block", "Ticket 4714");
  await expect(reader.decidedOn()).toHaveCount(1);
  await tenant.grantRole(cleo.id, "Guest Inviter");
  await reader.confirm(/^Block 1 guest$/);
  await reader.closeOutcomes();
  await reader.goTo("History");
  await expect(reader.entries()).toHaveCount(4);
}

/** A day from today as the date fields take it. */
const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

test("The history is narrowed by decision, outcome, guest and time", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await someDecisions(reader, tenant);
  const choose = (label: string, option: string) =>
    page.getByRole("combobox", { name: label }).selectOption({ label: option });
  await test.step("The newest stands first.", async () => {
    await expect(reader.entries()).toContainText(["4714", "4713", "4712", "4711"]);
  });
  await test.step("Choose a decision.", async () => {
    await choose("Decision", "Block sign-in");
    await expect(reader.entries()).toContainText(["4714", "4711"]);
  });
  await test.step("Choose an outcome besides.", async () => {
    await choose("Outcome", "Refused");
    await expect(reader.entries()).toContainText(["4714"]);
    await expect(reader.entries()).toHaveCount(1);
  });
  await test.step("The address has the filters: reload, and they are still there.", async () => {
    await page.reload();
    await expect(reader.entries()).toContainText(["4714"], { timeout: 20_000 });
    await expect(reader.entries()).toHaveCount(1);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(reader.entries()).toHaveCount(4);
  });
  await test.step("Choose days: from tomorrow on there is nothing.", async () => {
    await page.getByLabel("From", { exact: true }).fill(day(2));
    await expect(page.getByText("No entry matches these filters")).toBeVisible();
    await page.getByLabel("From", { exact: true }).fill(day(-1));
    await page.getByLabel("To", { exact: true }).fill(day(1));
    await expect(reader.entries()).toHaveCount(4);
    await page.getByLabel("To", { exact: true }).fill(day(-2));
    await expect(page.getByText("No entry matches these filters")).toBeVisible();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(reader.entries()).toHaveCount(4);
  });
  await test.step("Open an entry and ask for all about its guest.", async () => {
    await reader.entries().filter({ hasText: "4711" }).getByRole("button").click();
    await page.getByRole("button", { name: "All about this guest" }).click();
    await expect(reader.entries()).toContainText(["4712", "4711"]);
    await expect(reader.entries()).toHaveCount(2);
    await page.getByRole("button", { name: "One guest only" }).click();
    await expect(reader.entries()).toHaveCount(4);
  });
});

test("An entry shows what was known and what proves it, and is saved with the rest", async ({
  page,
  reader,
  tenant,
}) => {
  test.slow();
  await someDecisions(reader, tenant);
  const ada = await tenant.guestNamed("Ada of Partner");
  await test.step("Open the first block: who, why and what became of it.", async () => {
    await reader.entries().filter({ hasText: "4711" }).getByRole("button").click();
    const panel = page.getByRole("dialog");
    await expect(
      panel.getByRole("heading", { name: "Block sign-in: Ada of Partner" }),
    ).toBeVisible();
    await expect(panel).toContainText("WhoGrace Okafor");
    await expect(panel).toContainText("WhyTicket 4711");
    await expect(panel).toContainText("ResultDone");
    await expect(panel).toContainText("The guest was read back from the directory after the act");
  });
  await test.step("What was known at that moment is kept, whatever happened since.", async () => {
    const panel = page.getByRole("dialog");
    await expect(panel).toContainText("Stale. Last signed in 200 days ago; stale after 90 days.");
    await expect(panel).toContainText("PolicyStale after 90 days, grace 30, pending after 30");
    await expect(panel).toContainText("Place1");
    await expect(panel).toContainText(/Hash[0-9a-f]{64}/);
    await panel.getByRole("button", { name: "Close" }).click();
  });
  await test.step("Export CSV writes every entry with its reason, outcome and hash.", async () => {
    const [head, ...lines] = await reader.exportCsv();
    expect(head).toContain("Place in the chain,Recorded at (UTC),Who,Who (object id),Decision");
    expect(lines).toHaveLength(4);
    const grace = tenant.persona("Grace Okafor");
    expect(lines[3]).toContain(
      `Grace Okafor,${grace.userId},Block sign-in,Ada of Partner,${ada?.mail ?? ""},${ada?.id ?? ""},Ticket 4711,`,
    );
    expect(lines[3]).toContain(",Done,Observed,");
    expect(lines[0]).toContain(",Refused,");
  });
});

test("A long history is read a page at a time", async ({ page, reader, tenant }) => {
  test.slow();
  const guests = 60;
  for (let number = 1; number <= guests; number += 1) {
    await tenant.addGuest({ name: `Guest ${String(number)} of Partner`, lastSeen: "200 days ago" });
  }
  await reader.signIn("Grace Okafor", "/guests?standing=stale");
  await expect(page.getByText(`${String(guests)} match.`)).toBeVisible({ timeout: 20_000 });
  await reader.selectAll();
  await reader.carryOut("Keep", guests, "Looked at in the autumn review");
  await reader.goTo("History");
  await test.step("The first page has fifty entries and says that there are more.", async () => {
    await expect(page.getByText("50 entries so far")).toBeVisible();
    await expect(reader.entries()).toHaveCount(50);
  });
  await test.step("Load more: the rest comes below, nobody twice and nobody missing.", async () => {
    await page.getByRole("button", { name: "Load more" }).click();
    await expect(page.getByText(`${String(guests)} entries, and that is all`)).toBeVisible();
    const shown = await reader.entries().getByRole("button").allTextContents();
    expect(new Set(shown).size).toBe(guests);
  });
  await test.step("Export CSV has all of them, loaded or not.", async () => {
    await page.reload();
    await expect(page.getByText("50 entries so far")).toBeVisible({ timeout: 20_000 });
    expect(await reader.exportCsv()).toHaveLength(1 + guests);
  });
});
