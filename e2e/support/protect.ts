import type { Page } from "@playwright/test";

/** In Settings: puts an account, found by its name, on the list of those that no plan touches. */
export async function protect(page: Page, name: string, because?: string): Promise<void> {
  await page.getByRole("combobox", { name: "Account to protect" }).fill(name);
  await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
  if (because !== undefined) {
    await page.getByRole("combobox", { name: "Why it is protected" }).selectOption(because);
  }
  await page.getByRole("button", { name: "Add" }).click();
}
