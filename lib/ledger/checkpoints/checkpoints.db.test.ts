import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { CheckpointSettings } from "@/lib/config/settings";
import { append } from "@/lib/ledger/append";
import { openDatabase, type Database } from "@/lib/ledger/database";
import { freshDatabase, type FreshDatabase } from "@/lib/ledger/testing/fresh-database";
import { readChain } from "@/lib/ledger/testing/read-chain";
import { planned, somebody } from "@/lib/ledger/testing/requests";
import { checkpointOf } from "@/lib/ledger/testing/signed-history";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { tamper } from "@/lib/ledger/testing/tampering";
import { inTenant } from "@/lib/ledger/tenant-transaction";
import { verifyLedger } from "@/lib/ledger/verify/verify-ledger";
import { CheckpointSchedule, type Later } from "./checkpoint-schedule";
import { deliverCheckpoint } from "./deliver-checkpoint";
import { knownKeys } from "./known-keys";
import { GrowingTree, isExtension, leafHash, rootOfPath } from "./merkle-tree";
import { checkProof, proveEntry } from "./proofs";
import { growTree, StoredTree } from "./stored-tree";
import { newestCheckpoint, takeCheckpoint } from "./take-checkpoint";

let fresh: FreshDatabase;
let folder: string;
const opened: Database[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "guestlist-checkpoints-"));
});

afterEach(() => {
  vi.restoreAllMocks();
});

afterAll(async () => {
  for (const { close } of opened) await close();
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

async function open(settings: CheckpointSettings | null): Promise<Database> {
  const database = await openDatabase({ kind: "server", url: fresh.url }, settings);
  opened.push(database);
  return database;
}

/** A tenant of which so many operations are recorded. */
async function recorded(database: Database, count: number, caller = somebody()) {
  for (let left = count; left > 0; left -= 500) {
    const entries = Array.from({ length: Math.min(left, 500) }, () => planned("keep"));
    await append({ entries, cards: [] }, caller, database);
  }
  return { caller, tenant: caller.tenantId };
}

it("Roots, paths and extensions are read from stored subtrees as from all entries", async () => {
  const database = await open(null);
  const { tenant } = await recorded(database, 777);
  await growTree(database, tenant, 777);
  const leaves = (await readChain(database, tenant)).map(({ hash }) =>
    leafHash(Buffer.from(hash, "hex")),
  );
  const roots: Buffer[] = [];
  const tree = new GrowingTree();
  for (const leaf of leaves) {
    roots.push(tree.root());
    tree.add(leaf);
  }
  roots.push(tree.root());
  await inTenant(database, tenant, async (transaction) => {
    const stored = new StoredTree(transaction, tenant, 777);
    for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 513, 776, 777]) {
      expect((await stored.root(size)).equals(roots[size] ?? tree.root()), `${size}`).toBe(true);
      for (const index of [0, 1, 255, 256, 300, 512, 776].filter((each) => each < size)) {
        const path = await stored.path(index, size);
        expect(rootOfPath(index, size, leaves[index] ?? tree.root(), path)).toEqual(roots[size]);
      }
      const [earlier, later] = [
        { size, root: roots[size] ?? tree.root() },
        { size: 777, root: tree.root() },
      ];
      expect(isExtension(earlier, later, await stored.extension(size, 777))).toBe(true);
    }
  });
  // Nothing is left to add, and adding it twice at once does no harm.
  await Promise.all([growTree(database, tenant, 777), growTree(database, tenant, 777)]);
  expect((await verifyLedger(database, tenant)).fault).toBeNull();
  await tamper(
    fresh.url,
    `UPDATE tree_hash SET hash = sha256('x') WHERE tenant = '${tenant}' AND place = 1`,
  );
  expect((await verifyLedger(database, tenant)).fault).toEqual({ in: "tree", height: 8, place: 1 });
});

it("A checkpoint is taken once for a size, numbered, and by one of several servers", async () => {
  const settings = signingSettings();
  const [one, other] = [await open(settings), await open(settings)];
  const { tenant, caller } = await recorded(one, 3);
  expect(await takeCheckpoint(one, somebody().tenantId)).toBeNull();
  const taken = await Promise.all(
    [one, other, one, other].map((each) => takeCheckpoint(each, tenant)),
  );
  expect(new Set(taken.map((each) => each?.number))).toEqual(new Set([1]));
  await recorded(one, 1, caller);
  expect(await takeCheckpoint(other, tenant)).toMatchObject({ number: 2, size: 4 });
  expect(checkpointOf(taken[0]?.note)).toMatchObject({
    ...{ origin: `guestlist.example.com/${tenant}`, size: 3 },
  });
});

it("Nothing is signed without a key", async () => {
  const { tenant } = await recorded(await open(null), 1);
  expect(await takeCheckpoint(await open(signingSettings({ key: null })), tenant)).toBeNull();
  expect(await takeCheckpoint(await open(signingSettings({ host: null })), tenant)).toBeNull();
});

it("What does not go on from what was signed is not signed", async () => {
  const database = await open(signingSettings({ folder }));
  const { tenant, caller } = await recorded(database, 5);
  await takeCheckpoint(database, tenant);
  await deliverCheckpoint(database, tenant);
  const of = `tenant = '${tenant}'`;
  await tamper(fresh.url, `UPDATE entry SET hash = sha256('x') WHERE ${of} AND seq = 5`);
  await expect(takeCheckpoint(database, tenant)).rejects.toMatchObject({ kind: "unavailable" });
  // An older backup, whose own checkpoints are older too: the folder still has the newer one.
  await tamper(
    fresh.url,
    `DELETE FROM entry WHERE ${of} AND seq > 2`,
    `DELETE FROM checkpoint WHERE ${of}`,
  );
  await expect(takeCheckpoint(database, tenant)).rejects.toThrow("so none was signed");
  await recorded(database, 10, caller);
  await expect(takeCheckpoint(database, tenant)).rejects.toThrow("so none was signed");
});

it("A checkpoint goes to the folder and the webhook once, and again where it did not arrive", async () => {
  let status = 503;
  const posted: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      posted.push(body);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const webhook = `http://127.0.0.1:${port}/secret`;
  const database = await open(signingSettings({ folder, webhook }));
  const { tenant } = await recorded(database, 2);
  const taken = await takeCheckpoint(database, tenant);
  await expect(deliverCheckpoint(database, tenant)).rejects.toThrow(
    "The webhook for checkpoints answered 503.",
  );
  const file = join(folder, tenant, "000000000000002.checkpoint");
  expect(readFileSync(file, "utf8")).toBe(taken?.note);
  status = 200;
  writeFileSync(file, "not written twice");
  await deliverCheckpoint(database, tenant);
  await deliverCheckpoint(database, tenant);
  expect(posted).toEqual([taken?.note, taken?.note]);
  expect(readFileSync(file, "utf8")).toBe("not written twice");
  server.close();
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
  const database = await open(signingSettings({ folder }));
  const { tenant } = await recorded(database, 1_000);
  await vi.waitFor(() => {
    expect(readdirSync(join(folder, tenant))).toEqual(["000000000001000.checkpoint"]);
  });
});

it("One entry is proven to an outsider, who learns nothing of the others", async () => {
  const settings = signingSettings();
  const database = await open(settings);
  const { tenant, caller } = await recorded(database, 300);
  const own = planned("block", { reason: "The one to prove" });
  await append({ entries: [own], cards: [] }, caller, database);
  await recorded(database, 30, caller);
  const proof = await proveEntry(database, tenant, own.id);
  const keys = knownKeys(settings);
  expect(checkProof(proof, keys)).toMatchObject({
    entry: { id: own.id, seq: 301, tenant, body: { operation: { reason: "The one to prove" } } },
    checkpoint: { size: 331 },
  });
  for (const { id, hash } of await readChain(database, tenant)) {
    if (id === own.id) continue;
    expect(proof).not.toContain(id);
    // Its neighbour's leaf is hashed; its own hash, which is in no proof, would be its name.
    expect(proof).not.toContain(Buffer.from(hash, "hex").toString("base64"));
  }
  expect(checkProof(proof, knownKeys(signingSettings()))).toBeNull();
  const altered = proof.replace(/^extra (\S+)$/m, (_, extra: string) => {
    const said = Buffer.from(extra, "base64").toString().replace("The one", "Another");
    return `extra ${Buffer.from(said).toString("base64")}`;
  });
  expect(checkProof(altered, keys)).toBeNull();
  expect(checkProof(proof.replace("index 300", "index 299"), keys)).toBeNull();
  for (let at = 0; at < proof.length; at += 7) {
    const other = proof[at] === "A" ? "B" : "A";
    const edited = proof.slice(0, at) + other + proof.slice(at + 1);
    expect(checkProof(edited, keys), `character ${at}`).toBeNull();
  }
  await expect(proveEntry(database, tenant, crypto.randomUUID())).rejects.toMatchObject({
    ...{ kind: "invalid", field: "entry" },
  });
  await expect(proveEntry(await open(null), tenant, own.id)).resolves.toBe(proof);
  await recorded(database, 1, caller);
  const unsigned = (await readChain(database, tenant)).at(-1)?.id ?? "";
  await expect(proveEntry(await open(null), tenant, unsigned)).rejects.toMatchObject({
    kind: "conflict",
  });
});
