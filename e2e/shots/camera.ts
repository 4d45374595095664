import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "../support/test.ts";

const folder = process.env.GUESTLIST_SHOTS ?? "test-results/shots";

/** What people look at Guestlist with: a desk and a phone, by day and by night. */
export const SCREENS = [
  { screen: "desk", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { screen: "desk", viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { screen: "phone", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { screen: "phone", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

/** Takes pictures of one page on one kind of screen. */
export class Camera {
  constructor(
    readonly page: Page,
    readonly screen: string,
  ) {}

  /** A picture named after what it shows, the screen and the theme. */
  async shoot(what: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({
      path: join(folder, `${what}-${this.screen}.png`),
      animations: "disabled",
    });
  }

  /** Opens a page and waits until nothing of it is read any more. */
  async go(path: string, heading: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole("heading", { level: 1, name: heading })).toBeVisible({
      timeout: 30_000,
    });
    await this.rest();
  }

  /** Waits until nothing turns any more; a bar that shows how much is decided stays. */
  async rest(): Promise<void> {
    const turning = this.page.locator("[role=progressbar]:not([aria-valuenow])");
    await expect(turning).toHaveCount(0, { timeout: 60_000 });
  }
}
