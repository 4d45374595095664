import type { Page } from "@playwright/test";
import { reportFigures } from "../support/tasks-during.ts";
import { expect, test } from "../support/test.ts";

const GUESTS = 5_000;
/** What the product promises, in milliseconds. */
const FIRST_ROWS = 1_000;
const KEY_TO_PAINT = 100;

test.use({ tenantOptions: { guests: GUESTS, consents: "everything" }, motion: true });

const median = (numbers: readonly number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Infinity;

const whole = (numbers: readonly number[]) =>
  numbers.map((number) => Math.round(number)).join(", ");

/**
 * How many times longer work takes here because others use the cores too: wall time by processor time of a busy
 * process. It is 1 on a machine that does nothing else, and says nothing of how fast the machine is.
 */
function crowding(): number {
  const begun = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  while (used < 200_000) {
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return Math.max(1, (performance.now() - begun) / (used / 1_000));
}

test("Of five thousand guests the first rows are there within a second, and a key is painted within a tenth", async ({
  page,
  reader,
}) => {
  test.setTimeout(120_000);
  const ahead: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has("_rsc")) ahead.push(pathname);
  });
  await reader.signIn("Grace Okafor", "/settings");
  await test.step("A page is fetched ahead once somebody points at its link, not before.", async () => {
    await page.waitForLoadState("networkidle");
    expect(ahead).toEqual([]);
    await page.getByRole("link", { name: "History", exact: true }).hover();
    await expect.poll(() => ahead).toContain("/history");
    expect(new Set(ahead)).toEqual(new Set(["/history"]));
  });
  await test.step("The first rows come within a second of the directory's first answer.", async () => {
    const before = crowding();
    const took = await firstRowsAfterFirstAnswer(page);
    const crowd = Math.max(before, crowding());
    reportFigures(
      `First rows ${Math.round(took)} ms after the first answer of ${GUESTS} guests (cores shared ${crowd.toFixed(1)} times)`,
    );
    expect(took).toBeLessThan(FIRST_ROWS * crowd);
  });
  await expect(page.getByRole("progressbar")).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText(/^[45],\d{3} guests( and .* members?)?\.$/)).toBeVisible();
  await test.step("Typing into the search is painted within a tenth of a second.", async () => {
    const before = crowding();
    const times = await timesToPaint(page, "anderson-w");
    const crowd = Math.max(before, crowding());
    reportFigures(
      `Key to paint: median ${Math.round(median(times))} ms of ${whole(times)} (cores shared ${crowd.toFixed(1)} times)`,
    );
    expect(median(times)).toBeLessThan(KEY_TO_PAINT * crowd);
  });
});

/** Milliseconds from the directory's first answer to the frame with the first name in the list. */
async function firstRowsAfterFirstAnswer(page: Page): Promise<number> {
  // Seen from inside the page: when the grid has its first row with a name in it.
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('[role="grid"] [aria-rowindex="2"] bdi') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        performance.mark("first-rows");
      });
    }).observe(document, { childList: true, subtree: true });
  });
  const answered = page
    .waitForResponse(
      (response) => /\/v1\.0\/users\?.*sponsors/.test(decodeURIComponent(response.url())),
      { timeout: 60_000 },
    )
    .then(async (response) => {
      await response.finished();
      const { startTime, responseEnd } = response.request().timing();
      return startTime + responseEnd;
    });
  await page.goto("/guests");
  const firstAnswer = await answered;
  await expect(page.getByRole("grid", { name: "Guests" }).getByRole("row").nth(1)).toBeVisible({
    timeout: 30_000,
  });
  const rows = await page.evaluate(
    () =>
      performance.timeOrigin + (performance.getEntriesByName("first-rows")[0]?.startTime ?? NaN),
  );
  return rows - firstAnswer;
}

/** For each letter, the milliseconds from the key that arrives in the page to the frame after the one that drew it. */
async function timesToPaint(page: Page, letters: string): Promise<readonly number[]> {
  const search = page.getByRole("searchbox", { name: "Search guests" });
  await search.focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            times.push(performance.now() - timeStamp);
          }, 0);
        });
      },
      true,
    );
  });
  const timesSoFar = () =>
    page.evaluate(() => (window as unknown as { times: number[] }).times.slice());
  for (const [index, letter] of letters.split("").entries()) {
    await page.keyboard.press(letter);
    await expect.poll(async () => (await timesSoFar()).length).toBe(index + 1);
  }
  await expect(search).toHaveValue(letters);
  return timesSoFar();
}
