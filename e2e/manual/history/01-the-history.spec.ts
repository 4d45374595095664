import type { SimulatedTenant } from "../../../simulator/control/simulated-tenant.ts";
import type { Reader } from "../../support/reader.ts";
import { expect, test } from "../../support/test.ts";

const CROWD = 60;
const ALL = CROWD + 4;

/** A crowd was kept, Ada blocked and unblocked, Ben kept; Cleo's block was refused: she holds a role by then. */
async function someDecisions(reader: Reader, tenant: SimulatedTenant): Promise<void> {
  await tenant.addCrowd({ name: "Crowd", guestsEach: CROWD, lastSeen: ["200 days ago"] });
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "200 days ago" });
  const cleo = await tenant.addGuest({ name: "Cleo of Partner", lastSeen: "200 days ago" });
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/guests?q=crowd");
  await expect(reader.page.getByText(`${CROWD} guests.`)).toBeVisible({ timeout: 20_000 });
  await reader.selectAll();
  await reader.carryOut("Keep", CROWD, "Looked at in the autumn review");
  await reader.page.getByRole("searchbox", { name: "Search guests" }).fill("of partner");
  await reader.select("Ada of Partner");
  await reader.carryOut("Block", 1, "Ticket 4711");
  await reader.select("Ada of Partner");
  await reader.carryOut("Unblock", 1, "Ticket 4712");
  await reader.select("Ben of Partner");
  await reader.carryOut("Keep", 1, "Ticket 4713");
  await reader.select("Cleo of Partner");
  await reader.decide("Block", "Ticket 4714");
  await expect(reader.guestsInPlan()).toHaveCount(1);
  await tenant.grantRole(cleo.id, "Guest Inviter");
  await reader.confirm(/^Block 1 guest$/);
  await reader.closeOutcomes();
}

/** A day from today as the date fields take it. */
const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

test("The history is read a page at a time, narrowed, looked into and saved", async ({
  page,
  reader,
  tenant,
}) => {
  test.setTimeout(120_000);
  await someDecisions(reader, tenant);
  const ada = await tenant.guestNamed("Ada of Partner");
  const choose = (label: string, option: string) =>
    page.getByRole("combobox", { name: label }).selectOption({ label: option });
  const from = page.getByLabel("From", { exact: true });
  const to = page.getByLabel("To", { exact: true });
  await test.step("The history has a row for each plan, which opens to its operations.", async () => {
    await reader.goTo("History");
    await expect(page.getByText("5 rows in total")).toBeVisible();
    await expect(reader.entries()).toContainText(["4714", "4713", "4712", "4711", "and 59 more"]);
    await expect(reader.entries().last()).toContainText("60 recorded");
    await reader.entries().last().getByRole("link").click();
    await expect(page.getByText("50 entries so far")).toBeVisible();
    await page.getByRole("button", { name: "One plan only" }).click();
    await expect(reader.entries()).toHaveCount(5);
  });
  await test.step("Search by a guest, a mail or a person: the server finds them in the whole history.", async () => {
    const search = page.getByRole("searchbox", { name: "Search the history" });
    await search.fill("cleo");
    await expect(reader.entries()).toHaveCount(1);
    await expect(reader.entries()).toContainText(["4714"]);
    await search.fill(ada?.mail ?? "");
    await expect(reader.entries()).toHaveCount(2);
    await search.clear();
    await expect(reader.entries()).toHaveCount(5);
  });
  await test.step("One row per plan, off: the newest stands first; the first page has fifty entries and says that there are more.", async () => {
    await reader.openHistory();
    await expect(page.getByText("50 entries so far")).toBeVisible();
    await expect(reader.entries()).toHaveCount(50);
    await expect(reader.entries()).toContainText(["4714", "4713", "4712", "4711", "autumn review"]);
  });
  await test.step("Export CSV writes every entry, loaded or not, with its reason, outcome and hash.", async () => {
    const [head, ...lines] = await reader.exportCsv();
    expect(head?.slice(0, 3)).toEqual(["Place in the chain", "Recorded at (UTC)", "Who"]);
    expect(lines).toHaveLength(ALL);
    const grace = tenant.persona("Grace Okafor");
    expect(lines[3]?.join()).toContain(
      `Grace Okafor,${grace.userId},Block sign-in,Ada of Partner,${ada?.mail ?? ""},${ada?.id ?? ""},Ticket 4711,`,
    );
    expect(lines[3]?.join()).toContain(",Done,Verified in the directory,");
    expect(lines[0]).toContain("Refused");
  });
  await test.step("Load more: the rest comes below, nobody twice and nobody missing.", async () => {
    await page.getByRole("button", { name: "Load more" }).click();
    await expect(page.getByText(`${ALL} entries in total`)).toBeVisible();
    const shown = await reader.entries().getByRole("button").allTextContents();
    expect(shown).toHaveLength(ALL);
    // Ada was decided on twice.
    expect(new Set(shown).size).toBe(ALL - 1);
  });
  await test.step("Choose a decision, and an outcome besides.", async () => {
    await choose("Operation", "Block sign-in");
    await expect(reader.entries()).toHaveCount(2);
    await expect(reader.entries()).toContainText(["4714", "4711"]);
    await choose("Outcome", "Refused");
    await expect(reader.entries()).toHaveCount(1);
    await expect(reader.entries()).toContainText(["4714"]);
  });
  await test.step("The address has the filters: reload, and they are still there.", async () => {
    await page.reload();
    await expect(reader.entries()).toContainText(["4714"], { timeout: 20_000 });
    await expect(reader.entries()).toHaveCount(1);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(reader.entries()).toHaveCount(50);
  });
  await test.step("Choose days: from tomorrow on there is nothing.", async () => {
    await from.fill(day(2));
    await expect(page.getByText("No entry matches these filters")).toBeVisible();
    await from.fill(day(-1));
    await to.fill(day(1));
    await expect(reader.entries()).toHaveCount(50);
    await to.fill(day(-2));
    await expect(page.getByText("No entry matches these filters")).toBeVisible();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await expect(reader.entries()).toHaveCount(50);
  });
  await test.step("A link with a filter that means nothing is refused, and nothing can be exported by it.", async () => {
    await page.goto("/history?guest=zzz");
    await expect(page.getByText(/does not understand: guest “zzz”/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Export CSV" })).toBeHidden();
    await page.getByRole("button", { name: "Clear all filters" }).click();
    await reader.openHistory();
    await expect(reader.entries()).toHaveCount(50);
  });
  const panel = page.getByRole("dialog");
  await test.step("Open the first block: who, why and what became of it.", async () => {
    await reader.entries().filter({ hasText: "4711" }).getByRole("button").click();
    await expect(
      panel.getByRole("heading", { name: "Block sign-in: Ada of Partner" }),
    ).toBeVisible();
    await expect(panel).toContainText("WhoGrace Okafor");
    await expect(panel).toContainText("WhyTicket 4711");
    await expect(panel).toContainText("ResultDone");
    await expect(panel).toContainText("The directory was read right before sending or afterwards");
  });
  await test.step("What was known at that moment is kept, whatever happened since.", async () => {
    await expect(panel).toContainText("Stale. Last signed in 200 days ago; stale after 90 days.");
    await expect(panel).toContainText("PolicyStale after 90 days, grace 30, pending after 30");
    await expect(panel).toContainText(`Entry number${CROWD + 1}`);
    await expect(panel).toContainText(/Hash[0-9a-f]{64}/);
  });
  await test.step("Ask for all about its guest.", async () => {
    await panel.getByRole("button", { name: "All about this guest" }).click();
    await expect(reader.entries()).toHaveCount(2);
    await expect(reader.entries()).toContainText(["4712", "4711"]);
    await page.getByRole("button", { name: "One guest only" }).click();
    await expect(reader.entries()).toHaveCount(50);
  });
});
