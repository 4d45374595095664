import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { append } from "./append";
import { openDatabase } from "./database";
import { LedgerError } from "./ledger-error";
import { inTenant } from "./tenant-transaction";
import { asOwner, freshDatabase, freshLedger } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import { planned, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

let ledger: Awaited<ReturnType<typeof freshLedger>>;

beforeAll(async () => {
  ledger = await freshLedger();
});

afterAll(() => ledger.drop());

it("Sixteen writers in four processes' pools leave one chain, linear and without a gap", async () => {
  const caller = somebody();
  const opened = await Promise.all(
    Array.from({ length: 4 }, () => openDatabase({ kind: "server", url: ledger.url })),
  );
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    const through = opened[writer % opened.length];
    for (let round = 0; round < 10; round += 1) {
      await append({ entries: [planned(), planned()], cards: [] }, caller, through);
    }
  });
  await Promise.all(writers);
  await Promise.all(opened.map(({ close }) => close()));
  const chain = await readChain(ledger.database, caller.tenantId);
  expect(await verifyLedger(ledger.database, caller.tenantId)).toMatchObject({
    fault: null,
    length: 320,
  });
  const times = chain.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

it("Tenants do not wait for each other's refusals: one bad request fails alone", async () => {
  const caller = somebody();
  const twice = planned();
  const requests = Array.from({ length: 60 }, (_, index) =>
    index % 20 === 7
      ? {
          entries: [{ ...twice, operation: { ...twice.operation, reason: `${index}` } }],
          cards: [],
        }
      : { entries: [planned()], cards: [] },
  );
  const resolved = await Promise.allSettled(
    requests.map((request) => append(request, caller, ledger.database)),
  );
  expect(resolved.filter(({ status }) => status === "rejected")).toHaveLength(2);
  expect(await verifyLedger(ledger.database, caller.tenantId)).toMatchObject({
    fault: null,
    length: 58,
  });
});

it("What the database itself cannot take fails alone, though it came in one group with others", async () => {
  const caller = somebody();
  const requests = Array.from({ length: 10 }, (_, index) => ({
    entries: [planned("block", { reason: index === 4 ? "null: \0" : "well-formed" })],
    cards: [],
  }));
  const resolved = await Promise.allSettled(
    requests.map((request) => append(request, caller, ledger.database)),
  );
  expect(resolved.map(({ status }) => status).indexOf("rejected")).toBe(4);
  expect(resolved.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(await verifyLedger(ledger.database, caller.tenantId)).toMatchObject({
    fault: null,
    length: 9,
  });
});

it("Connections cut in the middle, commits included, lose nothing and double nothing when asked again", async () => {
  const caller = somebody();
  const requests = Array.from({ length: 150 }, () => ({
    entries: [planned(), planned()],
    cards: [],
  }));
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const cutting = (async () => {
    for (let round = 0; round < 15; round += 1)
      await asOwner(ledger.url, cut, "SELECT pg_sleep(0.02)");
  })();
  let failures = 0;
  const insist = async (request: (typeof requests)[number]) => {
    for (;;) {
      try {
        return await append(request, caller, ledger.database);
      } catch (error) {
        if (!(error instanceof LedgerError) || error.kind !== "unavailable") throw error;
        failures += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  for (let index = 0; index < requests.length; index += 10) {
    await Promise.all(requests.slice(index, index + 10).map(insist));
  }
  await cutting;
  logged.mockRestore();
  expect(failures).toBeGreaterThan(0);
  expect(await verifyLedger(ledger.database, caller.tenantId)).toMatchObject({
    fault: null,
    length: 300,
  });
});

it.each(["repeatable read", "serializable"])(
  "Two servers record all, whatever the database's default isolation is: %s",
  async (level) => {
    const own = await freshDatabase();
    const name = new URL(own.url).pathname.slice(1);
    await asOwner(own.url, `ALTER DATABASE ${name} SET default_transaction_isolation = '${level}'`);
    const servers = await Promise.all(
      [1, 2].map(() => openDatabase({ kind: "server", url: own.url })),
    );
    const caller = somebody();
    for (let round = 0; round < 15; round += 1) {
      await Promise.all(
        servers.map((server) => append({ entries: [planned()], cards: [] }, caller, server)),
      );
    }
    expect(await verifyLedger(servers[0] ?? ledger.database, caller.tenantId)).toMatchObject({
      fault: null,
      length: 30,
    });
    await Promise.all(servers.map((server) => server.close()));
    await own.drop();
  },
);

it("What the database breaks off for another transaction's sake is run again, and given up after five times", async () => {
  const { tenantId } = somebody();
  const brokenOff = (times: number) => {
    let tried = 0;
    return inTenant(ledger.database, tenantId, async (transaction) => {
      tried += 1;
      if (tried <= times) {
        await transaction.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'as the test wished' USING ERRCODE = '40001'; END $$`;
      }
      return tried;
    });
  };
  expect(await brokenOff(4)).toBe(5);
  await expect(brokenOff(5)).rejects.toMatchObject({ kind: "unavailable" });
});
