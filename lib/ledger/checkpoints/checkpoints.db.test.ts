import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readChain } from "@/lib/ledger/testing/read-chain";
import { somebody } from "@/lib/ledger/testing/requests";
import { checkpointOf } from "@/lib/ledger/testing/signed-history";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { recorded, signingLedger } from "@/lib/ledger/testing/signing-ledger";
import { tamper } from "@/lib/ledger/testing/tampering";
import { inTenant } from "@/lib/ledger/tenant-transaction";
import { verifyLedger } from "@/lib/ledger/verify/verify-ledger";
import { deliverCheckpoint } from "./deliver-checkpoint";
import { GrowingTree, isExtension, leafHash, rootOfPath } from "./merkle-tree";
import { growTree, StoredTree } from "./stored-tree";
import { takeCheckpoint } from "./take-checkpoint";

const { url, folder, open } = signingLedger();

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
    url(),
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

it("What is recorded while it is signed keeps nobody from signing", async () => {
  const database = await open(signingSettings());
  const { tenant, caller } = await recorded(database, 250);
  const writing = (async () => {
    for (let round = 0; round < 12; round += 1) await recorded(database, 250, caller);
  })();
  let last = 0;
  for (let round = 0; round < 60; round += 1) {
    last = (await takeCheckpoint(database, tenant))?.size ?? last;
  }
  await writing;
  expect(await takeCheckpoint(database, tenant)).toMatchObject({ size: 3_250 });
  expect(last).toBeGreaterThan(250);
  expect((await verifyLedger(database, tenant)).fault).toBeNull();
});

it("Nothing is signed without a key", async () => {
  const { tenant } = await recorded(await open(null), 1);
  expect(await takeCheckpoint(await open(signingSettings({ key: null })), tenant)).toBeNull();
  expect(await takeCheckpoint(await open(signingSettings({ host: null })), tenant)).toBeNull();
});

it("What does not go on from what was signed is not signed", async () => {
  const database = await open(signingSettings({ folder: folder() }));
  const { tenant, caller } = await recorded(database, 5);
  await takeCheckpoint(database, tenant);
  await deliverCheckpoint(database, tenant);
  const of = `tenant = '${tenant}'`;
  await tamper(url(), `UPDATE entry SET hash = sha256('x') WHERE ${of} AND seq = 5`);
  await expect(takeCheckpoint(database, tenant)).rejects.toMatchObject({ kind: "unavailable" });
  // An older backup, whose own checkpoints are older too: the folder still has the newer one.
  await tamper(
    url(),
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
  const database = await open(signingSettings({ folder: folder(), webhook }));
  const { tenant } = await recorded(database, 2);
  const taken = await takeCheckpoint(database, tenant);
  await expect(deliverCheckpoint(database, tenant)).rejects.toThrow(
    "The webhook for checkpoints answered 503.",
  );
  const file = join(folder(), tenant, "000000000000002.checkpoint");
  expect(readFileSync(file, "utf8")).toBe(taken?.note);
  status = 200;
  writeFileSync(file, "not written twice");
  await deliverCheckpoint(database, tenant);
  await deliverCheckpoint(database, tenant);
  expect(posted).toEqual([taken?.note, taken?.note]);
  expect(readFileSync(file, "utf8")).toBe("not written twice");
  server.close();
});
