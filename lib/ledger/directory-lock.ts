import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LedgerError } from "./ledger-error";

/**
 * Locks a data folder for this process: two processes on one folder would silently destroy it. The lock is a listening
 * local socket named after the folder, so it ends with its process. It does not work across containers or machines that
 * share a volume.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = socketFor(directory);
  const server = (await listen(path)) ?? (await listenAfterACrash(path));
  if (server === undefined) {
    throw new LedgerError(
      "unavailable",
      `The data folder ${directory} is in use by another process.`,
    );
  }
  server.unref();
  return () =>
    new Promise((resolve) => {
      server.close(() => {
        resolve();
      });
    });
}

function socketFor(directory: string): string {
  const name = `guestlist-${createHash("sha256").update(directory).digest("hex").slice(0, 32)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  // Linux has abstract sockets without a file: nothing is left behind, and cleaning /tmp cannot remove the lock.
  return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

/** The listening server, or undefined when the name is taken. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(path, () => {
      resolve(server);
    });
  });
}

/** A killed process leaves its socket file behind, but nobody answers there. */
async function listenAfterACrash(path: string): Promise<Server | undefined> {
  if (process.platform === "linux" || process.platform === "win32") return undefined;
  if (await somebodyAnswers(path)) return undefined;
  rmSync(path, { force: true });
  return listen(path);
}

function somebodyAnswers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
