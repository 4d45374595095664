// Puts MSAL's own redirect bridge beside public/auth/redirect.html, so that it is always the version
// that package-lock.json names. https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const name = "msal-redirect-bridge.min.js";

/** The one file under public/ that a build puts there. */
export const BRIDGE = join("public", "auth", name);

/** Copies the bridge into public/auth and answers where it lies. */
export function copyBridge() {
  const from = join(root, "node_modules/@azure/msal-browser/lib/redirect-bridge", name);
  const to = join(root, BRIDGE);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  return to;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) copyBridge();
