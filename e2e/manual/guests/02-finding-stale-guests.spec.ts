import { expect, test } from "../../support/test.ts";
import type { SimulatedTenant } from "../../../simulator/control/simulated-tenant.ts";

async function someGuests(tenant: SimulatedTenant): Promise<void> {
  await tenant.addGuest({
    name: "José Álvarez",
    mail: "jose@northwind.example",
    lastSeen: "200 days ago",
  });
  await tenant.addGuest({
    name: "Ada Quist",
    mail: "ada@northwind.example",
    lastSeen: "120 days ago",
    provider: "google",
  });
  await tenant.addGuest({
    name: "Ben Zorn",
    mail: "ben@fabrikam.example",
    lastSeen: "3 days ago",
  });
}

test("Stale guests are found by a button, a search or a sorted column, and the list is shared or saved", async ({
  page,
  reader,
  tenant,
}) => {
  await someGuests(tenant);
  const formula = await tenant.addGuest({
    name: '=HYPERLINK("http://evil.example","Click")',
    mail: "eve@fabrikam.example",
    lastSeen: "150 days ago",
  });
  await reader.signIn("Grace Okafor", "/guests");
  const search = page.getByRole("searchbox", { name: "Search guests" });
  const rows = reader.grid().getByRole("row");
  const lastSeen = page.getByRole("columnheader", { name: "Last sign-in" });

  await test.step("Press Stale: its number says beforehand how many there are.", async () => {
    await page.getByRole("button", { name: "Stale (3)" }).click();
    await expect(page.getByText("3 guests.")).toBeVisible();
    await expect(rows).toContainText(["Name", "Ada", "José", "=HYPERLINK"]);
  });
  await test.step("Press Active too: both kinds are shown.", async () => {
    await page.getByRole("button", { name: "Active (2)" }).click();
    await expect(page.getByText("5 guests.")).toBeVisible();
  });
  await test.step("Press both again: everybody is back.", async () => {
    await page.getByRole("button", { name: "Stale (3)" }).click();
    await page.getByRole("button", { name: "Active (2)" }).click();
    await expect(page.getByText("5 guests.")).toBeVisible();
    await expect(page).toHaveURL(({ search }) => search === "");
  });

  await test.step("Search for a name, without its accents.", async () => {
    await search.fill("jose alv");
    await expect(rows).toContainText(["Name", "José Álvarez"]);
  });
  await test.step("Search for a mail address.", async () => {
    await search.fill("ben@fab");
    await expect(rows).toContainText(["Name", "Ben Zorn"]);
  });
  await test.step("Search for a partner: everybody from there.", async () => {
    await search.fill("northwind");
    await expect(rows).toContainText(["Name", "Ada Quist", "José Álvarez"]);
  });
  await test.step("When nobody matches, the page says so and clears the filters for you.", async () => {
    await search.fill("nobody at all");
    await expect(page.getByRole("heading", { name: "No guests match" })).toBeVisible();
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await expect(page.getByText("5 guests.")).toBeVisible();
    await expect(search).toHaveValue("");
  });
  await test.step("Or choose a partner or an identity provider from what is there.", async () => {
    const google = page.getByRole("menuitemcheckbox", { name: "Google (1)" });
    await page.getByRole("combobox", { name: "Identity provider" }).click();
    await google.click();
    await page.keyboard.press("Escape");
    await expect(rows).toContainText(["Name", "Ada Quist"]);
    await page.getByRole("combobox", { name: "Identity provider" }).click();
    await google.click();
    await page.keyboard.press("Escape");
    await expect(page.getByText("5 guests.")).toBeVisible();
  });

  await test.step("Press a column's name: the longest away come first.", async () => {
    await lastSeen.click();
    await expect(lastSeen).toHaveAttribute("aria-sort", "ascending");
    await expect(rows).toContainText(["Name", "José", "=HYPERLINK", "Ada", "Ben", "Gil"]);
  });
  await test.step("Press it again: the other way round.", async () => {
    await lastSeen.click();
    await expect(lastSeen).toHaveAttribute("aria-sort", "descending");
    await expect(rows).toContainText(["Name", "Gil", "Ben", "Ada", "=HYPERLINK", "José"]);
  });
  await test.step("Under Columns, add Type and take Mail away.", async () => {
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Type" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Mail" }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("columnheader", { name: "Type" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Mail" })).toHaveCount(0);
  });

  await test.step("Export CSV writes those who match, with every column and the object id.", async () => {
    await page.getByRole("button", { name: "Stale (3)" }).click();
    await expect(page.getByText("3 guests.")).toBeVisible();
    const [head, ...lines] = await reader.exportCsv();
    expect(head?.join()).toBe(
      "Object id,Name,Mail,Partner,Identity provider,Standing,Why,Last sign-in (UTC),Created (UTC),Sponsor,Type",
    );
    expect(lines).toHaveLength(3);
    const ada = await tenant.guestNamed("Ada Quist");
    const line = lines.find((cells) => cells.includes("Ada Quist"))?.join();
    const seen = ada?.signIns?.lastSuccessAt?.slice(0, 10) ?? "never";
    expect(line).toContain(
      `${ada?.id ?? ""},Ada Quist,ada@northwind.example,northwind.example,Google,Stale,`,
    );
    expect(line).toContain(`Last signed in 120 days ago; stale after 90 days.,${seen},`);
    // A name that would be a formula is only text in it.
    expect(lines.find(([id]) => id === formula.id)?.[1]).toMatch(/^'=HYPERLINK\(/);
  });

  await test.step("Search, sort and open somebody: the address keeps all of it.", async () => {
    await search.fill("northwind");
    await lastSeen.click();
    await expect(rows).toContainText(["Name", "José", "Ada"]);
    await reader.openGuest("Ada Quist");
    await expect(page).toHaveURL(/guest=/);
    await expect(page).toHaveURL(/q=northwind/);
  });
  await test.step("Send the address to a colleague, who signs in with their own account.", async () => {
    const { pathname, search: query } = new URL(page.url());
    const uma = await reader.colleague();
    await uma.signIn("Uma Lindqvist", pathname + query);
    await expect(uma.panel().getByRole("heading", { name: "Ada Quist" })).toBeVisible();
    await expect(uma.grid().getByRole("row")).toContainText(["Name", "José", "Ada"]);
    await expect(uma.page.getByRole("searchbox")).toHaveValue("northwind");
    await expect(uma.page.getByRole("button", { name: /^Stale \(/, pressed: true })).toBeVisible();
    await uma.leave();
  });
});
