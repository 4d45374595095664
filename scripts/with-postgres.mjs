// Runs a command with TEST_DATABASE_URL naming a PostgreSQL server that is thrown away afterwards:
//   node scripts/with-postgres.mjs vitest run --project ledger
// A server that is already named by TEST_DATABASE_URL is used as it is.
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { constants, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) stop("Say what to run: node scripts/with-postgres.mjs COMMAND…");

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The folder with PostgreSQL's programs, or undefined. */
function findPrograms() {
  const packaged = "/usr/lib/postgresql";
  const versions = existsSync(packaged) ? readdirSync(packaged) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(packaged, version, "bin")),
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/local/opt/postgresql/bin",
  ];
  return folders.find(
    (folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")),
  );
}

function install() {
  const root = process.getuid?.() === 0;
  if (!root || spawnSync("apt-get", ["--version"]).error) return;
  console.error("PostgreSQL is missing: installing Debian's package postgresql.");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words) =>
    spawnSync("apt-get", words, { stdio: "ignore", env: environment }).status === 0;
  if (!apt("install", "-y", "postgresql")) apt("update") && apt("install", "-y", "postgresql");
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
  return stop(
    "PostgreSQL refuses to run as root: add a user postgres, or run this as another user.",
  );
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function startServer() {
  if (findPrograms() === undefined) install();
  const programs = findPrograms();
  if (programs === undefined) {
    stop(
      "PostgreSQL is missing: install it (Debian: apt-get install postgresql, macOS: brew install postgresql).",
    );
  }
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), "guestlist-postgres-"));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...account, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    stop(`initdb failed: ${made.stderr}`);
  }
  const port = await freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    `unix_socket_directories=`,
    "max_connections=200",
  ];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, ...settings.flatMap((s) => ["-c", s])],
    {
      ...account,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      // Its own process group: Ctrl-C reaches the command first, and the server is stopped after it.
      detached: true,
    },
  );
  await answering(server).catch(async (error) => {
    await stopServer({ server, folder });
    stop(String(error));
  });
  return { server, folder, url: `postgresql://postgres@127.0.0.1:${port}/postgres` };
}

/** Waits for the sentence that PostgreSQL logs when it takes connections. */
function answering(server) {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr.on("data", (chunk) => {
      log = (log + String(chunk)).slice(-8_000);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

async function stopServer({ server, folder }) {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT"); // "fast" shutdown
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

let child;
let stopped;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    stopped = signal;
    child?.kill(signal);
  });
}

const given = process.env.TEST_DATABASE_URL;
const started = given ? undefined : await startServer();
const bin = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));
if (stopped !== undefined) {
  if (started !== undefined) await stopServer(started);
  process.exit(128 + constants.signals[stopped]);
}
child = spawn(command, args, {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
    TEST_DATABASE_URL: given || started.url,
  },
});
const code = await new Promise((resolve) => {
  child.on("error", (error) => {
    console.error(`${command}: ${error.message}`);
    resolve(127);
  });
  child.on("exit", (status, signal) => resolve(status ?? 128 + (constants.signals[signal] ?? 0)));
});
if (started !== undefined) await stopServer(started);
process.exit(code);
