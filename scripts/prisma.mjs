// Runs the Prisma CLI. `generate` needs no engine here (engineType "client"), yet the CLI insists on
// downloading one first: it only checks that the named file exists, so any file will do. Only for
// `generate`: with a stand-in, `migrate` would end well having done nothing.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(dirname(require.resolve("prisma/package.json")), "build", "index.js");
const prismaArguments = process.argv.slice(2);

function engineIsInstalled() {
  try {
    const asPrismaSeesIt = createRequire(cli);
    const engines = dirname(asPrismaSeesIt.resolve("@prisma/engines/package.json"));
    return readdirSync(engines).some((name) => name.startsWith("schema-engine"));
  } catch {
    return false; // Prisma itself is not installed
  }
}

const environment = { ...process.env, CHECKPOINT_DISABLE: "1" };
if (
  prismaArguments[0] === "generate" &&
  !environment.PRISMA_SCHEMA_ENGINE_BINARY &&
  !engineIsInstalled()
) {
  environment.PRISMA_SCHEMA_ENGINE_BINARY = fileURLToPath(import.meta.url);
}

const ended = spawnSync(process.execPath, [cli, ...prismaArguments], {
  cwd: root,
  env: environment,
  stdio: "inherit",
});
if (ended.error) throw ended.error;
process.exitCode = ended.status ?? 1;
