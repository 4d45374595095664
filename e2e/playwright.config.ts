import { defineConfig } from "@playwright/test";
import { APP } from "./support/origins.ts";

/** What measures time, processor time too: beside others a task takes longer than the work it is held against. */
const MEASURING = "pages/*performance.spec.ts";

/** How the browser is started. */
function launched(...more: readonly string[]) {
  return {
    ...(process.env.HEADLESS_SHELL && { executablePath: process.env.HEADLESS_SHELL }),
    args: [
      "--no-sandbox",
      // Pages are then children of the browser, so that their processor time counts into the suite's budget.
      "--no-zygote",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      ...more,
    ],
  };
}

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  fullyParallel: true,
  workers: 4,
  forbidOnly: true,
  // A second try is counted and named at the end: it says that a test is not steady, not that all is well.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  // Pictures are for people to look at, and prove nothing: they are taken only when asked for.
  projects: process.env.GUESTLIST_SHOTS
    ? [{ name: "pictures", testMatch: "shots/**/*.spec.ts" }]
    : [
        // The longest first, so that nobody waits for one of them at the end.
        { name: "pages", testMatch: "pages/**/*.spec.ts", testIgnore: MEASURING },
        { name: "manual", testMatch: "manual/**/*.spec.ts" },
        { name: "faults", testMatch: "faults/**/*.spec.ts" },
        {
          name: "measuring",
          testMatch: MEASURING,
          dependencies: ["pages", "manual", "faults"],
          workers: 1,
          use: { launchOptions: launched() },
        },
      ],
  use: {
    baseURL: APP,
    // A blocked click fails before the whole test runs out of time.
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "on-first-retry",
    // No page lives long enough for the optimising compilers to pay: a tenth of the suite's processor time.
    launchOptions: launched("--js-flags=--max-optimized-bytecode-size=0"),
  },
});
