// A PostgreSQL server in a folder that is thrown away afterwards: `node scripts/postgres-server.mjs PROGRAMS PORT`. Says
// when it takes connections, and ends with SIGTERM.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY = "ready to accept connections";
const LOG_CHARACTERS = 8_000;
const [programs, port] = process.argv.slice(2);

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** PostgreSQL refuses to run as root: then its own account, made by its package, or "nobody". */
function serverAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0)
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return refuse(
    "PostgreSQL refuses to run as root: add a user postgres, or run this as another user.",
  );
}

const account = serverAccount();
const folder = mkdtempSync(join(tmpdir(), "guestlist-postgres-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let server;
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopping = true;
    server?.kill("SIGINT"); // "fast" shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
  });
}

if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
chmodSync(folder, 0o700);
const data = join(folder, "data");
const made = spawnSync(
  join(programs, "initdb"),
  ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
  { ...account, cwd: folder, encoding: "utf8" },
);
if (made.status !== 0) refuse(`initdb failed: ${made.error?.message ?? made.stderr}`);

const settings = [
  "listen_addresses=127.0.0.1",
  `port=${port}`,
  "unix_socket_directories=",
  "max_connections=200",
];
server = spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((s) => ["-c", s])], {
  ...account,
  cwd: folder,
  stdio: ["ignore", "ignore", "pipe"],
});
if (stopping) server.kill("SIGINT");

let log = "";
let ready = false;
server.stderr.on("data", (chunk) => {
  log = (log + String(chunk)).slice(-LOG_CHARACTERS);
  if (ready || !log.includes(READY)) return;
  ready = true;
  console.log(READY);
});
server.on("error", (error) => refuse(`PostgreSQL could not be started: ${error.message}`));
server.on("exit", (code) => {
  if (!stopping) refuse(`PostgreSQL ended with ${code}: ${log}`);
  process.exit(0);
});
