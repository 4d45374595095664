import { expect, type Locator } from "@playwright/test";
import type { Reader } from "./reader.ts";

/** The row of a review in the list of all. */
export const reviewRow = (reader: Reader, name: string): Locator =>
  reader.grid("Access reviews").getByRole("row").filter({ hasText: name });

/** A command of the review that is open, or of its instance. */
export const command = (reader: Reader, bar: "Review" | "Instance", name: string): Locator =>
  reader.page.getByRole("toolbar", { name: bar, exact: true }).getByRole("button", { name });

/** The dialog of an operation: confirmation, progress, result. */
export const dialogOf = (reader: Reader): Locator => reader.page.getByRole("dialog");

/** Confirms what the open dialog asks, with a reason, and waits for the end of it. */
export async function confirm(
  reader: Reader,
  reason: string,
  verb: string | RegExp,
): Promise<void> {
  await dialogOf(reader).getByRole("textbox", { name: "Reason" }).fill(reason);
  await dialogOf(reader).getByRole("button", { name: verb }).click();
  await expect(dialogOf(reader).getByRole("list", { name: "Outcomes" })).toContainText("Done", {
    timeout: 30_000,
  });
  await dialogOf(reader).getByRole("button", { name: "Close" }).click();
  await expect(dialogOf(reader)).toBeHidden();
}

/** Ends the instance that is open, and lets the organization's clock run until everything is applied. */
export async function endAndApply(reader: Reader): Promise<void> {
  await command(reader, "Instance", "End now").click();
  await expect(dialogOf(reader).getByRole("button", { name: "End now" })).toBeEnabled();
  await confirm(reader, "The project is over", "End now");
  await reader.tenant.advance("PT10M");
  await command(reader, "Review", "Refresh").click();
  await expect(reader.page.getByText("Applied", { exact: true }).first()).toBeVisible({
    timeout: 20_000,
  });
}
