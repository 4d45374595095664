import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { begin } from "./processes.mjs";

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A program that starts another one, as our scripts do, and says its process id. */
const STARTER = `
  const { begin } = await import("./scripts/processes.mjs");
  begin(process.execPath, ["-e", "console.log(process.pid); setInterval(() => {}, 1000)"]);
`;

test("What a script has started ends with it, even when the script is killed", async () => {
  const starter = spawn(process.execPath, ["--input-type=module", "-e", STARTER]);
  const [line] = (await once(starter.stdout, "data")) as [Buffer];
  const pid = Number(String(line));
  expect(isRunning(pid)).toBe(true);
  starter.kill("SIGKILL");
  await vi.waitFor(
    () => {
      expect(isRunning(pid)).toBe(false);
    },
    { timeout: 10_000 },
  );
}, 20_000);

test("A command that fails gives its exit code, and what cannot be started is said", async () => {
  expect(await begin(process.execPath, ["-e", "process.exit(7)"]).ended).toMatchObject({ code: 7 });
  const missing = begin("no-such-command", [], { show: false });
  expect((await missing.ended).code).toBe(127);
  expect(missing.said()).toContain("no-such-command could not be started");
}, 20_000);

test.runIf(process.platform === "linux")(
  "The processor time of a command is told, that of its own children included",
  async () => {
    const busy = "const until = Date.now() + 400; while (Date.now() < until);";
    const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(busy)}])`;
    const { processorSeconds } = await begin(process.execPath, ["-e", parent]).ended;
    expect(processorSeconds).toBeGreaterThan(0.05);
  },
  20_000,
);
