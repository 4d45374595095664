import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownKeys } from "@/lib/ledger/checkpoints/known-keys";
import { type Database, openDatabase } from "@/lib/ledger/database";
import { freshDatabase, type FreshDatabase } from "@/lib/ledger/testing/fresh-database";
import {
  checkpointOf,
  exportLines,
  signedHistory,
  verifyText,
} from "@/lib/ledger/testing/signed-history";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { ATTACKS, olderBackup, tamper } from "@/lib/ledger/testing/tampering";
import { canonicalJson, hashOf } from "@/lib/ledger/hash-chain";
import { readChain } from "@/lib/ledger/testing/read-chain";
import { faultSentence } from "./ledger-fault";
import type { VerifiedLedger } from "./ledger-verifier";
import { verifyLedger } from "./verify-ledger";

const settings = signingSettings();
let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ kind: "server", url: fresh.url }, settings);
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const begin = () => signedHistory(database, settings);

function sentence({ fault }: VerifiedLedger): string {
  return fault === null ? "whole" : faultSentence(fault);
}

it("A history that nobody has touched is whole, in the database and as an export", async () => {
  const { tenant, trusted, notes } = await begin();
  const found = {
    ...{ tenant, length: 10, cards: 2, texts: 1, erased: 1, erasedUnrecorded: 0 },
    ...{ checkpoints: 3, signedLength: 10, signaturesChecked: true, fault: null },
  };
  for (const note of [null, ...notes]) {
    const keptCheckpoints = note === null ? [] : [checkpointOf(note)];
    expect(await verifyLedger(database, tenant, { ...trusted, keptCheckpoints })).toMatchObject(
      found,
    );
    const text = (await exportLines(database, tenant)).join("");
    expect(await verifyText(text, { ...trusted, keptCheckpoints })).toMatchObject(found);
    expect(await verifyText(text, { keys: [], keptCheckpoints })).toMatchObject({
      ...found,
      keyFromFile: true,
    });
  }
});

describe.each(ATTACKS)("%s", (_what, statements, words) => {
  it("is named, by the database and by an export alone", async () => {
    const { tenant, trusted } = await begin();
    const of = `tenant = '${tenant}'`;
    await tamper(fresh.url, ...statements.map((statement) => statement.replaceAll("$", () => of)));
    expect(sentence(await verifyLedger(database, tenant, trusted))).toMatch(words);
    const text = (await exportLines(database, tenant)).join("");
    expect(sentence(await verifyText(text, trusted))).toMatch(words);
    // Without a key of one's own, the one in the file does; where nobody knows one, the entries still speak.
    expect(sentence(await verifyText(text, { keys: [], keptCheckpoints: [] }))).toMatch(words);
  });
});

it("A card and a text that were deleted without an erasing are named", async () => {
  for (const [table, whose] of [
    ["card", "display_name = 'Ada of Partner'"],
    ["erasable_text", "true"],
  ]) {
    const { tenant, trusted } = await begin();
    await tamper(fresh.url, `DELETE FROM ${table} WHERE tenant = '${tenant}' AND ${whose}`);
    expect(sentence(await verifyLedger(database, tenant, trusted))).toMatch(
      /^A name record or text of .* gone/,
    );
    const text = (await exportLines(database, tenant)).join("");
    expect(await verifyText(text, trusted)).toMatchObject({
      ...{ fault: null, erased: 2, erasedUnrecorded: 1 },
    });
  }
});

it("What lists are made of is compared with the entries", async () => {
  const { tenant, trusted, block } = await begin();
  const of = `tenant = '${tenant}' AND operation_id = '${block.operation.id}'`;
  for (const change of ["result = 'failed'", "unresolved = true", "seq = 999"]) {
    await tamper(fresh.url, `UPDATE operation_state SET ${change} WHERE ${of}`);
    expect(sentence(await verifyLedger(database, tenant, trusted))).toContain(block.operation.id);
    await tamper(
      fresh.url,
      `UPDATE operation_state SET result = 'done', unresolved = false, seq = 1 WHERE ${of}`,
    );
  }
  await tamper(fresh.url, `DELETE FROM operation_state WHERE ${of}`);
  expect(sentence(await verifyLedger(database, tenant, trusted))).toMatch(/^Lists tell another/);
});

it("An entry that was put here from another tenant is named", async () => {
  const [one, other] = [await begin(), await begin()];
  await tamper(
    fresh.url,
    `DELETE FROM entry WHERE tenant = '${other.tenant}' AND seq = 5`,
    `UPDATE entry SET tenant = '${other.tenant}' WHERE tenant = '${one.tenant}' AND seq = 5`,
  );
  expect(sentence(await verifyLedger(database, other.tenant, other.trusted))).toMatch(
    /^Entry 5 .*another tenant/,
  );
  const [mine, theirs] = [await begin(), await begin()];
  const lines = await exportLines(database, mine.tenant);
  const place = lines.findIndex((line) => line.includes(String.raw`\"seq\":5,`));
  const spliced = (await exportLines(database, theirs.tenant))[place] ?? "";
  lines.splice(place, 1, spliced);
  expect(sentence(await verifyText(lines.join(""), mine.trusted))).toMatch(
    /^Entry 5 .*another tenant/,
  );
});

it("An older backup is whole by itself, and told from a checkpoint that was kept", async () => {
  const { tenant, trusted, notes } = await begin();
  await tamper(fresh.url, ...olderBackup(tenant, 4));
  expect(sentence(await verifyLedger(database, tenant, trusted))).toBe("whole");
  const text = (await exportLines(database, tenant)).join("");
  const [first, ...later] = notes.map(checkpointOf);
  const with1 = { ...trusted, keptCheckpoints: first === undefined ? [] : [first] };
  expect(sentence(await verifyLedger(database, tenant, with1))).toBe("whole");
  expect(sentence(await verifyText(text, with1))).toBe("whole");
  for (const keptCheckpoints of later) {
    const words = new RegExp(`kept covers ${keptCheckpoints.size} entries: there are fewer`);
    expect(
      sentence(
        await verifyLedger(database, tenant, { ...trusted, keptCheckpoints: [keptCheckpoints] }),
      ),
    ).toMatch(words);
    expect(
      sentence(await verifyText(text, { ...trusted, keptCheckpoints: [keptCheckpoints] })),
    ).toMatch(words);
  }
});

it("A checkpoint that was deleted at the end is told from one that was kept", async () => {
  const { tenant, trusted, notes } = await begin();
  await tamper(fresh.url, `DELETE FROM checkpoint WHERE tenant = '${tenant}' AND number = 3`);
  expect(sentence(await verifyLedger(database, tenant, trusted))).toBe("whole");
  const keptCheckpoints = [checkpointOf(notes[2])];
  expect(sentence(await verifyLedger(database, tenant, { ...trusted, keptCheckpoints }))).toMatch(
    /kept covers 10 entries: it is not among the stored/,
  );
});

it("A history that was written anew with hashes that fit is told by its checkpoints, stored or kept", async () => {
  const { tenant, trusted, notes } = await begin();
  let previous = "0".repeat(64);
  const statements: string[] = [];
  for (const link of await readChain(database, tenant)) {
    const body = structuredClone(link.body) as { operation?: { reason: string } };
    if (body.operation !== undefined) body.operation.reason = "A reason that was never given";
    const hash = hashOf({ ...link, body, previous });
    statements.push(
      `UPDATE entry SET body = '${canonicalJson(body)}', previous = decode('${previous}', 'hex'),
         hash = decode('${hash}', 'hex') WHERE tenant = '${tenant}' AND seq = ${link.seq}`,
    );
    previous = hash;
  }
  await tamper(fresh.url, ...statements);
  const check = async (keptCheckpoints = trusted.keptCheckpoints) => [
    sentence(await verifyLedger(database, tenant, { ...trusted, keptCheckpoints })),
    sentence(
      await verifyText((await exportLines(database, tenant)).join(""), {
        ...trusted,
        keptCheckpoints,
      }),
    ),
  ];
  expect(await check()).toEqual([
    expect.stringMatching(/^Checkpoint 1: .*written anew/),
    expect.stringMatching(/^Checkpoint 1: .*written anew/),
  ]);
  await tamper(fresh.url, `DELETE FROM checkpoint WHERE tenant = '${tenant}'`);
  expect(await check(), "without a checkpoint nobody can tell").toEqual(["whole", "whole"]);
  for (const note of notes) {
    const keptCheckpoints = checkpointOf(note);
    const words = new RegExp(`kept covers ${keptCheckpoints.size} entries: .*written anew`);
    expect(await check([keptCheckpoints])).toEqual([
      expect.stringMatching(words),
      expect.stringMatching(words),
    ]);
  }
});

it("Checkpoints that somebody else signed are named", async () => {
  const { tenant } = await begin();
  const others = await signedHistory(database, settings);
  const keys = knownKeys(signingSettings());
  expect(sentence(await verifyLedger(database, tenant, { keys, keptCheckpoints: [] }))).toMatch(
    /^Checkpoint 1: .*not signed by a key/,
  );
  await tamper(
    fresh.url,
    `UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE tenant = '${others.tenant}' AND number = 1)
     WHERE tenant = '${tenant}' AND number = 1`,
  );
  expect(sentence(await verifyLedger(database, tenant, others.trusted))).toMatch(
    /^Checkpoint 1: it is of another history/,
  );
});

it("A fork is named, in an export and in a database whose key was taken away", async () => {
  const { tenant, trusted } = await begin();
  const lines = await exportLines(database, tenant);
  const place = lines.findIndex((line) => line.includes(String.raw`\"seq\":5,`));
  const chain = await readChain(database, tenant);
  const [fourth, fifth] = [chain[3], chain[4]];
  if (fourth === undefined || fifth === undefined) throw new TypeError("There are ten.");
  const branch = { ...fifth, id: crypto.randomUUID(), previous: fourth.hash };
  const forked = hashOf(branch);
  const line = JSON.parse(lines[place] ?? "") as { covered: string; hash: string };
  const covered = canonicalJson({
    ...(JSON.parse(line.covered) as object),
    id: branch.id,
  });
  const withFork = lines.toSpliced(
    place + 1,
    0,
    `${canonicalJson({ ...line, covered, hash: forked })}\n`,
  );
  expect(sentence(await verifyText(withFork.join(""), trusted))).toMatch(/^Entry 5 .*forked/);
  await tamper(
    fresh.url,
    `ALTER TABLE entry DROP CONSTRAINT entry_pkey`,
    `INSERT INTO entry SELECT tenant, seq, '${branch.id}', v, kind, recorded_at, actor_id, actor_card, guest_id,
       operation_id, plan_id, body, previous, decode('${forked}', 'hex'), subject_id
     FROM entry WHERE tenant = '${tenant}' AND seq = 5`,
  );
  expect(sentence(await verifyLedger(database, tenant, trusted))).toMatch(/^Entry 5 .*forked/);
});
