import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./processes.mjs";

const MARK = ".next/built-from";
const FOLDERS = ["app", "components", "lib", "prisma/migrations"];
const FILES = [
  "package-lock.json",
  "next.config.js",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-node.ts",
  "tsconfig.json",
  "prisma/schema.prisma",
  "public/auth/redirect.html",
];

function sources() {
  const inside = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
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
  const code = await run(process.execPath, ["scripts/build.mjs"]);
  if (code !== 0) process.exit(code);
  writeFileSync(MARK, now);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await freshBuild();
