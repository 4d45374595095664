import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, type Database } from "./database";
import { erasePerson } from "./erase-person";
import { freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { cardOf, planned } from "./testing/requests";
import { checkpointOf, exportLines, signedHistory, verifyText } from "./testing/signed-history";
import { signingSettings } from "./testing/signing";
import { tamper } from "./testing/tampering";
import { readCards, verifyLedger } from "./verify/verify-ledger";

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

it("A card that was deleted before its person was erased is named", async () => {
  const { tenant, trusted, record, block, caller } = await signedHistory(database, settings);
  const later = planned("block", { guestId: block.operation.guestId ?? "" });
  await record([later], [cardOf(later, "Ada Married")]);
  const of = `tenant = '${tenant}' AND display_name = 'Ada Married'`;
  await tamper(fresh.url, `DELETE FROM card WHERE ${of}`);
  await erasePerson(
    database,
    { id: randomUUID(), personId: block.operation.guestId ?? "", reason: "She asked for it" },
    {
      tenant,
      actor: { subjectId: caller.userId, displayName: caller.name, mail: caller.username },
      through: "page",
    },
  );
  const { fault } = await verifyLedger(database, tenant, trusted);
  expect(fault).toMatchObject({ in: "deleted", subjectId: block.operation.guestId });
});

it("Who is erased between two pages of cards takes no other card with them", async () => {
  const { tenant, trusted } = await signedHistory(database, settings);
  await tamper(
    fresh.url,
    "ALTER TABLE card ALTER COLUMN salt DROP NOT NULL",
    `INSERT INTO card (tenant, subject_id, fingerprint, salt, display_name)
       SELECT '${tenant}', gen_random_uuid(), sha256(n::text::bytea), '\\x00', n FROM generate_series(1, 1500) n`,
  );
  const read: string[] = [];
  for await (const { subjectId } of readCards(database, tenant)) {
    read.push(subjectId);
    if (read.length === 1_000)
      await tamper(fresh.url, `DELETE FROM card WHERE subject_id = '${subjectId}'`);
  }
  expect(read).toHaveLength(1_502);
  expect(trusted.keys).toHaveLength(1);
});

it("A checkpoint that was signed after an export is no fault of the file", async () => {
  const { tenant, trusted, record, sign } = await signedHistory(database, settings);
  await record([planned()]);
  const text = (await exportLines(database, tenant)).join("");
  const keptCheckpoints = [checkpointOf(await sign())];
  expect(await verifyText(text, { ...trusted, keptCheckpoints })).toMatchObject({ fault: null });
  expect(await verifyLedger(database, tenant, { ...trusted, keptCheckpoints })).toMatchObject({
    fault: null,
  });
});

it("A card that is twice in an export is a line that was added", async () => {
  const { tenant, trusted } = await signedHistory(database, settings);
  const lines = await exportLines(database, tenant);
  const place = lines.findIndex((line) => line.includes('"type":"card"'));
  const end = lines.at(-1) ?? "";
  const text = [...lines.slice(0, place), lines[place], ...lines.slice(place, -1)].join("");
  const counted = end.replace('"cards":2', '"cards":3');
  expect(counted).not.toBe(end);
  expect(await verifyText(text + counted, trusted)).toMatchObject({
    fault: { in: "file", line: place + 2, because: "it is there twice: a line was added." },
  });
});
