// Every chapter of the manual in a real browser, then the contract check over all that was said to Graph.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { headlessShell } from "./browser.mjs";
import { freshBuild } from "./fresh-build.mjs";
import { freePorts, run } from "./processes.mjs";
import { startProduct } from "./start-product.mjs";

const TRAFFIC = "test-results/graph-traffic.jsonl";
/** How the contract check ended, for the table of `npm test`. */
const CONTRACT = "test-results/contract.json";
const SHARED = "../shared/graph/openapi-subset.json";
const openapi = process.env.GUESTLIST_OPENAPI || (existsSync(SHARED) ? SHARED : null);
const contractIs = (status) => writeFileSync(CONTRACT, JSON.stringify({ status }));

const shell = await headlessShell();
await freshBuild();
mkdirSync("test-results", { recursive: true });
for (const file of [TRAFFIC, CONTRACT]) rmSync(file, { force: true });
if (openapi === null) contractIs("skipped");

const data = mkdtempSync(join(tmpdir(), "guestlist-e2e-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));

const [port, simulatorPort] = await freePorts(2);
const product = await startProduct({
  port,
  simulatorPort,
  guests: 40,
  seed: 7,
  data,
  record: TRAFFIC,
  onFailure: (sentence) => {
    console.error(sentence);
    process.exit(1);
  },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => void product.stop().then(() => process.exit(1)));
}

const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const args = ["test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)];
const code = await run(process.execPath, [playwright, ...args], {
  env: {
    ...(shell && { HEADLESS_SHELL: shell }),
    GUESTLIST_E2E_APP: product.origin,
    GUESTLIST_E2E_SIMULATOR: product.simulatorOrigin,
  },
});
await product.stop();
if (code !== 0) process.exit(code);
if (openapi === null) {
  console.log(
    "contract: skipped, no OpenAPI file here (see “The contract check” in .github/CONTRIBUTING.md)",
  );
  process.exit(0);
}
const check = ["--import", "tsx", "e2e/contract/main.ts", openapi, "--traffic", TRAFFIC];
const contractCode = await run(process.execPath, check);
contractIs(contractCode === 0 ? "passed" : "failed");
process.exit(contractCode);
