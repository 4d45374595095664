import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test } from "vitest";

const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

interface Started {
  child: ChildProcess;
  /** Resolves with what was said, when that contains the words. */
  said: (words: string) => Promise<string>;
}

function start(...words: string[]): Started {
  const child = spawn(process.execPath, ["--import", "tsx", "simulator/main.ts", ...words]);
  running.push(child);
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const said = async (words: string): Promise<string> => {
    while (!text.includes(words))
      await Promise.race([once(child.stdout, "data"), once(child.stderr, "data")]);
    return text;
  };
  return { child, said };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

test("It says where it is, records what Graph is asked, and stops at once with an open connection", async () => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "simulator-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, "record.jsonl");
  const { child, said } = start("--port", String(port), "--guests", "3", "--record", file);
  expect(await said("Simulator:")).toContain(
    `Simulator: http://localhost:${port} (Harborline Group`,
  );

  const answer = await fetch(`http://localhost:${port}/v1.0/me?$select=id`);
  expect(answer.status).toBe(401);
  expect(JSON.parse(readFileSync(file, "utf8").trim())).toMatchObject({
    path: "/v1.0/me",
    query: "$select=id",
    status: 401,
  });

  const begun = Date.now();
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(child.exitCode).toBe(0);
  expect(Date.now() - begun).toBeLessThan(2_000);
});

test("It says when its port is taken", async () => {
  const taken = createServer().listen(0, "localhost");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const { child, said } = start("--port", String(port), "--guests", "0");
  const ended = once(child, "exit");
  expect(await said("taken")).toContain(`Port ${port} is taken. Choose another with --port.`);
  await ended;
  expect(child.exitCode).toBe(1);
  taken.close();
});

test("It says what is wrong with its arguments", async () => {
  const { child, said } = start("--guests", "many");
  const ended = once(child, "exit");
  expect(await said("--guests")).toContain("--guests takes a whole number");
  await ended;
  expect(child.exitCode).toBe(2);
});
