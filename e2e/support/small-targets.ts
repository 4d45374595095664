import type { Page } from "@playwright/test";

/** The buttons and check boxes that a finger would miss: those less than 32 pixels high or wide. */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("button, input[type=checkbox]")].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      // What only a keyboard reaches is one pixel wide until then.
      if (!target.checkVisibility() || width <= 1 || (width >= 32 && height >= 32)) return [];
      const name = target.getAttribute("aria-label") ?? target.textContent;
      return [`${name}: ${Math.round(width)} × ${Math.round(height)}`];
    }),
  );
}
