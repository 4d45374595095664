import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { run } from "./processes.mjs";

/** Debian's package chromium-headless-shell: Chromium's engine alone, which starts and draws faster. */
const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";

const cli = () => createRequire(import.meta.url).resolve("@playwright/test/cli");

async function playwrightHasItsOwn() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

const systems = () =>
  [process.env.HEADLESS_SHELL, HEADLESS_SHELL].find((file) => file && existsSync(file));

/**
 * The headless shell to test with: the system's, else null for Playwright's own, downloaded or installed if need be.
 * Stops with one sentence when neither can be had.
 */
export async function headlessShell() {
  const there = systems();
  if (there) return there;
  if (await playwrightHasItsOwn()) return null;
  console.log("No headless Chromium here yet: asking Playwright for its own …");
  if ((await run(process.execPath, [cli(), "install", "chromium"], { show: false })) === 0)
    return null;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Playwright's download did not work: installing the system's package …");
    await run("apt-get", ["update", "-qq"], { show: false });
    const packages = ["chromium-headless-shell", "fonts-noto-core", "fonts-noto-cjk"];
    await run("apt-get", ["install", "-y", "-qq", ...packages], {
      show: false,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (systems()) return systems();
  }
  console.error(
    "No browser: install Chromium's headless shell (for example `apt-get install chromium-headless-shell`) or set HEADLESS_SHELL to its path.",
  );
  process.exit(1);
}
