// Runs a command that must not outlive the program that started it: `node scripts/tether.mjs COMMAND ARGUMENTS…`.
// Standard input is a pipe from that program and closes when it ends, even if it was killed; the command and all of
// its process group are ended then. Afterwards the command's processor time is reported, where the system tells it.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";

const GRACE_MILLISECONDS = 8_000;
/** Linux counts processor time in hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS_PER_SECOND = 100;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });

/** Processor seconds of everything that was waited for: the command and what it waited for itself. */
function processorSeconds() {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
  } catch {
    return null; // not Linux
  }
}

function end(code) {
  process.exitCode = code;
  if (process.connected) {
    process.send({ processorSeconds: processorSeconds() });
    process.disconnect();
  }
  process.stdin.destroy();
}

// The group gets the signal too: the command decides when it is over.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

process.stdin.resume();
process.stdin.on("end", () => {
  process.kill(-process.pid, "SIGTERM");
  setTimeout(() => process.kill(-process.pid, "SIGKILL"), GRACE_MILLISECONDS).unref();
});

child.on("error", (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  end(127);
});
child.on("exit", (code, signal) => {
  end(code ?? 128 + constants.signals[signal]);
});
