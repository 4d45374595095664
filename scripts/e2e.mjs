// Every chapter of the manual in a real Chromium, then the contract check over all that was said to Graph.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { browser } from "./browser.mjs";
import { freshBuild } from "./fresh-build.mjs";
import { run } from "./processes.mjs";

const TRAFFIC = "test-results/graph-traffic.jsonl";
const openapi = [process.env.GUESTLIST_OPENAPI, "../shared/graph/openapi-subset.json"].find(
  (file) => file && existsSync(file),
);

const CHROMIUM = await browser();
await freshBuild();
mkdirSync("test-results", { recursive: true });
rmSync(TRAFFIC, { force: true });

const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const args = ["test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)];
const code = await run(process.execPath, [playwright, ...args], {
  env: { CHROMIUM, GUESTLIST_TRAFFIC: TRAFFIC },
});
if (code !== 0) process.exit(code);
if (!openapi) {
  console.log("contract: skipped, no OpenAPI file here (see “The contract check” in README.md)");
  process.exit(0);
}
process.exit(
  await run(process.execPath, [
    "--import",
    "tsx",
    "e2e/contract/main.ts",
    openapi,
    "--traffic",
    TRAFFIC,
  ]),
);
