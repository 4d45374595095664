import { expect, type Locator, type Page } from "@playwright/test";

/** Moves the tab's clock on, five seconds at a time, until this is on the screen; needs `page.clock.install()`. */
export async function passTimeUntil(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(5_000);
    await expect(shown).toBeVisible({ timeout: 250 });
  }).toPass({ timeout: 30_000, intervals: [0] });
}
