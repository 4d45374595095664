import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** Nothing that keeps people out; Fluent's focus sentinels hold no content, all the rest is judged. */
export async function noBarriers(page: Page, state: string): Promise<void> {
  await test.step(`No serious barrier: ${state}.`, async () => {
    const { violations } = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    const said = grave.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`,
      ),
    );
    expect(said, state).toEqual([]);
  });
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
