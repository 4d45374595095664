import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { defaults } from "../../simulator/state/defaults.ts";
import { SIMULATOR } from "./origins.ts";

/** Longest that an app server may take to answer, in milliseconds. */
export const START_TIMEOUT = 120_000;

/** An app server of a test's own on the shared simulator, whose database the test may change while it is stopped. */
export class OwnServer {
  #process: ChildProcess | null = null;
  readonly #checkpointKey = randomBytes(32).toString("base64");

  private constructor(
    private readonly port: number,
    /** The folder that it keeps its data in. */
    readonly data: string,
  ) {}

  static async begin(data: string): Promise<OwnServer> {
    const server = new OwnServer(await freePort(), data);
    await server.start();
    return server;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.port),
      GUESTLIST_ORIGIN: this.origin,
      ENTRA_TENANT_ID: defaults.tenantId,
      ENTRA_CLIENT_ID: defaults.clientId,
      SIMULATOR_ORIGIN: SIMULATOR,
      DATABASE_URL: "",
      DATA_DIR: this.data,
      CHECKPOINT_KEY: this.#checkpointKey,
    };
    // It ends with the test's process, also where that is killed.
    const args = ["scripts/tether.mjs", process.execPath, "scripts/start.mjs"];
    const stdio = ["pipe", "ignore", "ignore"] as const;
    this.#process = spawn(process.execPath, args, { env, stdio: [...stdio], detached: true });
    const until = Date.now() + START_TIMEOUT;
    while (!(await this.#answers())) {
      if (Date.now() > until) throw new Error(`No server answers at ${this.origin}.`);
      await sleep(100);
    }
  }

  async #answers(): Promise<boolean> {
    const answer = await fetch(`${this.origin}/api/health`).catch(() => null);
    return answer?.ok ?? false;
  }

  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = null;
    if (running?.exitCode !== null) return;
    const ended = once(running, "exit");
    // The whole group: the tether leaves the signal to what it holds.
    if (running.pid !== undefined) process.kill(-running.pid, "SIGTERM");
    await ended;
  }

  /** Stops it, changes something, and starts it again. */
  async whileStopped(change: () => Promise<void>): Promise<void> {
    await this.stop();
    await change();
    await this.start();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0);
  await once(probe, "listening");
  const address = probe.address();
  if (address === null || typeof address === "string") throw new TypeError("No port was given.");
  const closed = once(probe, "close");
  probe.close();
  await closed;
  return address.port;
}
