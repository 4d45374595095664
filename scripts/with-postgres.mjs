// Runs a command with TEST_DATABASE_URL naming a PostgreSQL server that is thrown away afterwards:
//   node scripts/with-postgres.mjs vitest run --project ledger
// A server that is already named by TEST_DATABASE_URL is used as it is.
import { constants } from "node:os";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { postgresPrograms } from "./postgres-programs.mjs";
import { begin, freePorts } from "./processes.mjs";

const LOOK_EVERY_MILLISECONDS = 50;

const [command, ...args] = process.argv.slice(2);
if (command === undefined) refuse("Say what to run: node scripts/with-postgres.mjs COMMAND…");

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Waits until the server takes connections; stops with what it said when it ends instead. */
async function startServer() {
  const programs = postgresPrograms();
  if (programs === undefined) {
    refuse(
      "PostgreSQL is missing: install it (Debian: apt-get install postgresql, macOS: brew install postgresql).",
    );
  }
  const [port] = await freePorts(1);
  const script = fileURLToPath(new URL("postgres-server.mjs", import.meta.url));
  const server = begin(process.execPath, [script, programs, String(port)], { show: false });
  let ended = false;
  void server.ended.then(() => (ended = true));
  while (!ended && !server.said().includes("ready to accept connections")) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
  if (ended && stopped === undefined) refuse(server.said());
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop: server.stop };
}

let running;
let stopped;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopped = signal;
    void running?.stop();
  });
}

async function runCommand(url) {
  const bin = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  running = begin(command, args, { env: { PATH, TEST_DATABASE_URL: url } });
  return (await running.ended).code;
}

const url = process.env.TEST_DATABASE_URL;
const server = url ? null : await startServer();
const code = stopped === undefined ? await runCommand(url || server.url) : 1;
await server?.stop();
process.exit(stopped === undefined ? code : 128 + constants.signals[stopped]);
