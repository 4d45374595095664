import { defineConfig } from "@playwright/test";
import { join } from "node:path";
import { APP, APP_PORT, SIMULATOR, SIMULATOR_PORT } from "./support/origins.ts";

const traffic = process.env.GUESTLIST_TRAFFIC;

const CHAPTERS = ["manual/**/*.spec.ts", "faults/**/*.spec.ts", "pages/**/*.spec.ts"];
const MEASURED = "pages/*performance.spec.ts";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A second try is counted and named at the end: it says that a test is not steady, not that all is well.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  // Pictures are for people to look at, and prove nothing: they are taken only when asked for.
  projects: process.env.GUESTLIST_SHOTS
    ? [{ name: "pictures", testMatch: "shots/**/*.spec.ts" }]
    : [
        { name: "chapters", testMatch: CHAPTERS, testIgnore: MEASURED },
        // What measures time runs alone, after all the others.
        { name: "measured", testMatch: MEASURED, dependencies: ["chapters"], workers: 1 },
      ],
  use: {
    baseURL: APP,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
  },
  webServer: [
    {
      command: `node --import tsx simulator/main.ts --port ${SIMULATOR_PORT} --guests 40 --seed 7 --app-origin ${APP}${
        traffic ? ` --record ${traffic}` : ""
      }`,
      cwd: "..",
      url: `${SIMULATOR}/control/health`,
      gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    },
    {
      command: "node scripts/start.mjs",
      cwd: "..",
      url: `${APP}/api/health`,
      timeout: 60_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 8_000 },
      env: {
        PORT: APP_PORT,
        GUESTLIST_ORIGIN: APP,
        ENTRA_TENANT_ID: "5f0c2d54-6a3b-4f0e-9d1c-7a2b8e4f6c10",
        ENTRA_CLIENT_ID: "b7a1c9e2-3d54-4c8f-a6b0-1e2f3d4c5b6a",
        SIMULATOR_ORIGIN: SIMULATOR,
        DATABASE_URL: "",
        DATA_DIR: join(import.meta.dirname, `../test-results/ledger-${String(process.pid)}`),
      },
    },
  ],
});
