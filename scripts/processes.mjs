import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const tether = fileURLToPath(new URL("tether.mjs", import.meta.url));

/**
 * Starts a program in a process group of its own that ends with this program, even if this one is killed. `stop` ends
 * the whole group and waits for it; `ended` tells the exit code and, where the system tells it, the processor seconds.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, show?: boolean }} [options]
 * @returns {{
 *   ended: Promise<{ code: number, signal?: string, processorSeconds: number | null }>,
 *   stop: () => Promise<void>,
 *   said: () => string,
 * }}
 */
export function begin(command, args, { env = {}, cwd, show = true } = {}) {
  const output = show ? "inherit" : "pipe";
  const child = spawn(process.execPath, [tether, command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["pipe", output, output, "ipc"],
    detached: true,
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => said.push(String(chunk)));
  }
  let processorSeconds = null;
  child.on("message", (message) => ({ processorSeconds } = message));
  const ended = new Promise((resolve) => {
    child.on("error", () => resolve({ code: 1, processorSeconds }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal, processorSeconds }));
  });
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  };
  const stop = async () => {
    kill("SIGTERM");
    const late = setTimeout(() => kill("SIGKILL"), 8_000);
    await ended;
    clearTimeout(late);
  };
  return { ended, stop, said: () => said.join("") };
}

/** Runs a program to its end and gives back its exit code. */
export async function run(command, args, options) {
  return (await begin(command, args, options).ended).code;
}

/** Waits until an address answers. Throws when it does not within the given seconds. */
export async function answering(url, seconds, stopped) {
  const until = Date.now() + seconds * 1_000;
  let over = false;
  void stopped?.then(() => (over = true));
  while (Date.now() < until && !over) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}

/**
 * Holds a name on this machine until the process ends; false where another process holds it. A local socket needs no
 * cleaning up after a crash, but for its file where the system knows no other kind.
 *
 * @param {string} name
 */
export async function holdName(name) {
  const id = `guestlist-demo-${createHash("sha256").update(name).digest("hex").slice(0, 32)}`;
  const file = join(tmpdir(), `${id}.sock`);
  const path = { win32: `\\\\.\\pipe\\${id}`, linux: `\0${id}` }[process.platform] ?? file;
  const listen = () =>
    new Promise((resolve) => {
      const server = createServer((socket) => socket.destroy());
      server.unref();
      server.once("error", () => resolve(false));
      server.listen(path, () => resolve(true));
    });
  if (await listen()) return true;
  if (path !== file || (await answersAt(file))) return false;
  rmSync(file, { force: true });
  return listen();
}

function answersAt(path) {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.destroy(resolve(true)));
    socket.once("error", () => resolve(false));
  });
}

/** True when nobody listens on the port. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Finds `count` different free ports. */
export async function freePorts(count) {
  const probes = await Promise.all(
    Array.from({ length: count }, () => {
      const probe = createServer();
      return new Promise((resolve) => probe.listen(0, () => resolve(probe)));
    }),
  );
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
