import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, it } from "vitest";
import { lockDirectory } from "./directory-lock";

it("A folder is one process's until that ends, kill -9 included", async () => {
  const directory = `/nowhere/${randomUUID()}`;
  const script = `
    import { lockDirectory } from ${JSON.stringify(new URL("directory-lock.ts", import.meta.url).href)};
    await lockDirectory(${JSON.stringify(directory)});
    process.stdout.write("locked");
    setInterval(() => {}, 1_000);`;
  const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await once(holder.stdout, "data");
    await expect(lockDirectory(directory)).rejects.toThrow(
      `The data folder ${directory} is in use by another process.`,
    );
  } finally {
    holder.kill("SIGKILL");
    await once(holder, "exit");
  }
  const unlock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toThrow("in use");
  await unlock();
  await (
    await lockDirectory(directory)
  )();
});

it("Another folder is free", async () => {
  const first = await lockDirectory(`/nowhere/${randomUUID()}`);
  const second = await lockDirectory(`/nowhere/${randomUUID()}`);
  await first();
  await second();
});
