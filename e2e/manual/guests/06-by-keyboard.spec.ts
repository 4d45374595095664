import type { Locator } from "@playwright/test";
import { expect, test } from "../../support/test.ts";
import type { Reader } from "../../support/reader.ts";

/** Presses Tab, or another key, until the focus is there. */
async function walkTo(reader: Reader, target: Locator, key = "Tab"): Promise<void> {
  const there = () => target.evaluate((element) => element.contains(document.activeElement));
  for (let presses = 0; presses < 60; presses += 1) {
    if (await there()) return;
    await reader.page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

test("Everything works with the keyboard alone", async ({ page, reader, tenant }) => {
  await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  await tenant.addGuest({ name: "Ben of Partner", lastSeen: "200 days ago" });
  await reader.consentBeforehand();
  await reader.signIn("Grace Okafor", "/guests?q=of+partner");
  const { keyboard } = page;
  await expect(reader.grid().getByRole("row")).toContainText(["Name", "Ada", "Ben"]);

  await test.step("The first Tab offers to skip what is on every page.", async () => {
    await keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to main content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });
  await test.step("The next stops are the tools of the list, in the order in which they stand.", async () => {
    await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Columns" })).toBeVisible();
    await keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Refresh" })).toBeFocused();
    await keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Views" })).toBeFocused();
    await keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Columns" })).toBeFocused();
    await keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Export CSV" })).toBeFocused();
    await keyboard.press("Tab");
    await expect(page.getByRole("searchbox", { name: "Search guests" })).toBeFocused();
  });
  await test.step("Tab leads into the list, arrows from guest to guest.", async () => {
    await walkTo(reader, reader.grid());
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowRight");
    const name = reader.grid().getByRole("gridcell", { name: "Ada of Partner", exact: true });
    await expect(name).toBeFocused();
  });
  await test.step("Enter opens the guest, Escape closes the panel and leads back.", async () => {
    await keyboard.press("Enter");
    await expect(reader.panel().getByRole("heading", { name: "Ada of Partner" })).toBeVisible();
    await walkTo(reader, reader.panel());
    await keyboard.press("Escape");
    await expect(reader.panel()).toBeHidden();
    await expect(
      reader.grid().getByRole("gridcell", { name: "Ada of Partner", exact: true }),
    ).toBeFocused();
  });
  await test.step("Space selects.", async () => {
    await keyboard.press("Space");
    await expect(page.getByRole("checkbox", { name: "Select Ada of Partner" })).toBeChecked();
    await expect(page.getByText("1 selected")).toBeVisible();
  });
  await test.step("Shift+Tab leads back to the decisions; Enter chooses Block.", async () => {
    await walkTo(reader, reader.operation("Block"), "Shift+Tab");
    await keyboard.press("Enter");
    await expect(reader.dialog()).toBeVisible();
  });
  await test.step("Write the reason, Tab to the button, Enter.", async () => {
    await walkTo(reader, reader.dialog().getByRole("textbox", { name: "Reason" }));
    await keyboard.type("The project ended in spring");
    const confirm = reader.dialog().getByRole("button", { name: "Block 1 guest" });
    await expect(confirm).toBeEnabled();
    await walkTo(reader, confirm);
    await keyboard.press("Enter");
    await expect(reader.outcomes()).toContainText(["Done"]);
  });
  await test.step("Close with the keyboard, and the page has the focus again.", async () => {
    const close = reader.dialog().getByRole("button", { name: "Close" });
    await expect(close).toBeVisible();
    await walkTo(reader, close);
    await keyboard.press("Enter");
    await expect(reader.dialog()).toBeHidden();
    await expect(reader.operation("Block")).toBeFocused();
    await expect(reader.guestRow("Ada of Partner")).toContainText("Blocked", { timeout: 15_000 });
  });
  await test.step("The directory has it.", async () => {
    expect((await tenant.guestNamed("Ada of Partner"))?.accountEnabled).toBe(false);
    expect((await tenant.guestNamed("Ben of Partner"))?.accountEnabled).toBe(true);
  });
});
