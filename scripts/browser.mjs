import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { run } from "./processes.mjs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const cli = () => createRequire(import.meta.url).resolve("@playwright/test/cli");

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

const systems = () => [process.env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place));

/**
 * The Chromium to test with: one that is there, else Playwright's own download, else Debian's package.
 * Stops with one sentence when none of them can be had.
 */
export async function browser() {
  const there = systems() ?? (await playwrightsOwn());
  if (there) return there;
  console.log("No Chromium here yet: asking Playwright for its own …");
  if ((await run(process.execPath, [cli(), "install", "chromium"], { show: false })) === 0) {
    const own = await playwrightsOwn();
    if (own) return own;
  }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Playwright's download did not work: installing the system's package …");
    await run("apt-get", ["update", "-qq"], { show: false });
    const args = ["install", "-y", "-qq", "chromium", "fonts-noto-core", "fonts-noto-cjk"];
    await run("apt-get", args, { show: false, env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (systems()) return systems();
  }
  console.error(
    "No browser: install Chromium (for example `apt-get install chromium`) or set CHROMIUM to its path.",
  );
  process.exit(1);
}
