import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { recorded, signingLedger } from "@/lib/ledger/testing/signing-ledger";
import { inTenant } from "@/lib/ledger/tenant-transaction";
import { CheckpointSchedule, type Later } from "./checkpoint-schedule";
import { newestCheckpoint } from "./take-checkpoint";

const { folder, open } = signingLedger();

afterEach(() => {
  vi.restoreAllMocks();
});

/** Time that passes when a test says so. */
class Waiting {
  readonly waits: number[] = [];
  #run: (() => void) | null = null;

  later: Later = (milliseconds, run) => {
    this.waits.push(milliseconds);
    this.#run = run;
    return () => {
      this.#run = null;
    };
  };

  pass(): void {
    const run = this.#run;
    this.#run = null;
    run?.();
  }
}

const MINUTE = 60_000;

it("A thousand entries are signed when they are there, fewer after five minutes", async () => {
  const database = await open(signingSettings());
  const { tenant, caller } = await recorded(await open(null), 3);
  const time = new Waiting();
  const schedule = new CheckpointSchedule(database, time.later);
  const signed = async () =>
    (await inTenant(database, tenant, (transaction) => newestCheckpoint(transaction, tenant)))
      ?.size ?? 0;
  await schedule.resume(tenant);
  expect(time.waits).toEqual([expect.closeTo(5 * MINUTE, -4)]);
  await schedule.noticed(tenant, 3);
  expect(time.waits, "one wait for all that comes meanwhile").toHaveLength(1);
  time.pass();
  await vi.waitFor(async () => {
    expect(await signed()).toBe(3);
  });
  await schedule.resume(tenant);
  expect(time.waits, "nothing is left to sign").toHaveLength(1);
  await recorded(await open(null), 1_000, caller);
  await schedule.noticed(tenant, 1_002);
  await schedule.noticed(tenant, 1_003);
  expect(time.waits.slice(1)).toEqual([expect.closeTo(5 * MINUTE, -4), 0]);
  time.pass();
  await vi.waitFor(async () => {
    expect(await signed()).toBe(1_003);
  });
});

it("What was recorded long before the program began is signed at once", async () => {
  const database = await open(signingSettings());
  const time = new Waiting();
  await new CheckpointSchedule(database, time.later).noticed(
    (await recorded(await open(null), 1)).tenant,
    1,
    Date.now() - 6 * MINUTE,
  );
  expect(time.waits).toEqual([0]);
});

it("What cannot be signed or delivered is tried again after a minute", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const database = await open(signingSettings({ folder: "/dev/null/nowhere" }));
  const { tenant } = await recorded(await open(null), 1);
  const time = new Waiting();
  await new CheckpointSchedule(database, time.later).noticed(tenant, 1);
  time.pass();
  await vi.waitFor(() => {
    expect(time.waits).toEqual([expect.closeTo(5 * MINUTE, -4), MINUTE]);
  });
  expect(logged).toHaveBeenCalledOnce();
});

it("What is recorded is signed and delivered without anybody asking", async () => {
  const database = await open(signingSettings({ folder: folder() }));
  const { tenant } = await recorded(database, 1_000);
  await vi.waitFor(() => {
    expect(readdirSync(join(folder(), tenant))).toEqual(["000000000001000.checkpoint"]);
  });
});
