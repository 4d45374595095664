import { spawn } from "node:child_process";
import { createServer } from "node:net";

/** Starts a program in a process group of its own; `stop` ends the whole group and waits for it. */
export function begin(command, args, { env = {}, cwd, show = true, onLine } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    detached: true,
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said.push(String(chunk));
      onLine?.(String(chunk));
    });
  }
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, error }));
    child.on("exit", (code, signal) => resolve({ code: code ?? 1, signal }));
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
  const { code, error } = await begin(command, args, options).ended;
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return code;
}

/** Waits until an address answers, or says that it did not within so many seconds. */
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

/** True when nobody listens on the port. */
export function portIsFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
