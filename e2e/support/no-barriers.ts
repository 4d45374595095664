import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

type Theme = "light" | "dark";

/** The rules whose verdict depends on colours; to all others both themes are the same page. */
const RULES_ABOUT_COLOURS = ["color-contrast", "link-in-text-block"];

/** The rows of a grid are alike: beyond these they cost more time than all the rest of a page. */
const FURTHER_ROWS = "[role='row']:nth-child(n + 9)";

/** What Fluent mounts at the end of the body beside dialogs. */
const FLOATING = ".fui-MenuPopover, .fui-PopoverSurface, .fui-Listbox, .fui-Toaster";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Nothing that axe knows of keeps people out, in these themes; Fluent's focus sentinels hold no content. */
export async function noBarriers(
  page: Page,
  state: string,
  themes: readonly Theme[] = ["light", "dark"],
): Promise<void> {
  await test.step(`No barrier: ${state}.`, async () => {
    await showTheme(page, "light");
    await loadAxe(page);
    const axe = () =>
      new AxeBuilder({ page, axeSource: "// It is loaded once a document, not once a look." })
        // Style sheets are preloaded for a rule about turned screens alone, which no style here asks about.
        .options({ resultTypes: ["violations"], preload: false })
        // No page has a frame: what axe does besides for frames of others takes longer than all the rest.
        .setLegacyMode(true)
        .exclude("[data-tabster-dummy]")
        .exclude(FURTHER_ROWS);
    // What floats over a page stands outside its landmarks, and is its button's: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
    const floating = await page.locator(FLOATING).count();
    const light = floating > 0 ? axe().disableRules("region") : axe();
    expect(await barriers(light), `${state}, light`).toEqual([]);
    if (!themes.includes("dark")) return;
    await showTheme(page, "dark");
    const colours = axe().withRules(RULES_ABOUT_COLOURS);
    expect(await barriers(colours), `${state}, dark`).toEqual([]);
  });
}

async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
}

/** Lets the system ask for a theme, and waits until the page has followed it and has come to rest. */
async function showTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function barriers(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
  );
}

/** No page may be wider than the screen: nobody finds what is beside it. */
export async function fits(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const main = document.querySelector("main");
    return {
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      main: main === null ? 0 : main.scrollWidth - main.clientWidth,
    };
  });
  expect(wide, place).toEqual({ page: 0, main: 0 });
}
