import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "with-postgres-"));
// The account that PostgreSQL runs as starts these programs.
chmodSync(folder, 0o755);
const programs = { initdb: "", postgres: 'echo "ready to accept connections" >&2; sleep 60' };
for (const [name, lines] of Object.entries(programs)) {
  writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
}

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const servers = () => readdirSync(folder).filter((name) => name.startsWith("guestlist-postgres-"));

test.runIf(process.platform !== "win32")(
  "The server and its folder are gone with the script, even when it is killed",
  async () => {
    const says =
      'console.log("running", process.env.TEST_DATABASE_URL); setInterval(() => {}, 1e3)';
    const args = ["scripts/with-postgres.mjs", process.execPath, "-e", says];
    const PATH = `${folder}${delimiter}${process.env.PATH ?? ""}`;
    const script = spawn(process.execPath, args, {
      env: { ...process.env, PATH, TMPDIR: folder, TEST_DATABASE_URL: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(script.stdout, "data")) as [Buffer];
    expect(String(line)).toMatch(/^running postgresql:\/\/postgres@127\.0\.0\.1:\d+\/postgres/);
    expect(servers()).toHaveLength(1);
    script.kill("SIGKILL");
    await vi.waitFor(
      () => {
        expect(servers()).toEqual([]);
      },
      { timeout: 10_000 },
    );
    // Its pipe closes with the last process that has it: the command is gone too.
    if (!script.stdout.destroyed) await once(script.stdout, "close");
  },
  20_000,
);
