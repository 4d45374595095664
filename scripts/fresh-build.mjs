import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BRIDGE } from "./bridge.mjs";
import { run } from "./processes.mjs";

const MARK = ".next/built-from";
const FOLDERS = ["app", "components", "lib", "prisma/migrations", "public"];
const FILES = [
  "package-lock.json",
  "next.config.js",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "tsconfig.json",
  "prisma/schema.prisma",
  "scripts/bridge.mjs",
  "scripts/build.mjs",
  // Its budget is judged while building: another figure has to be judged too.
  "scripts/route-weight.mjs",
];

/** Every file that a build depends on. */
export function sources() {
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .filter((file) => file !== BRIDGE && !/\.test\.tsx?$|[\\/]testing[\\/]/.test(file)),
  );
  return [...inside, ...FILES.filter((file) => existsSync(file))].sort();
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of sources()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** Builds unless the last build was made from exactly these sources. */
export async function freshBuild() {
  const now = fingerprint();
  const standing = existsSync(MARK) && existsSync(".next/standalone/server.js");
  if (standing && readFileSync(MARK, "utf8") === now) return;
  console.log("Building (about a minute, and only when something changed) …");
  // A build that fails leaves nothing that may pass for the one before.
  rmSync(MARK, { force: true });
  const code = await run(process.execPath, ["scripts/build.mjs"]);
  if (code !== 0) process.exit(code);
  writeFileSync(MARK, now);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await freshBuild();
