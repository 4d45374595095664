import { afterAll, beforeAll, expect, it } from "vitest";
import { historyAnswer } from "@/lib/contract/history";
import { openDatabase, type Database } from "./database";
import { history } from "./history";
import { asOwner, freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { templateSaved } from "./testing/requests";
import { exportLines, signedHistory, verifyText } from "./testing/signed-history";
import { signingSettings } from "./testing/signing";
import { ATTACKS, tamper } from "./testing/tampering";
import { type LedgerFault, faultSentence } from "./verify/ledger-fault";
import { verifyLedger } from "./verify/verify-ledger";

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

it.each([
  ["nothing", "body = 'null'"],
  ["a list", "body = '[]'"],
  ["a text", `body = '"x"'`],
  ["another kind", "kind = 'template-saved'"],
  ["an operation that is none", `body = jsonb_set(body, '{operation}', '7')`],
  ["a step without a request", `body = jsonb_set(body, '{operation,steps}', '[{}]')`],
  ["a card's fingerprint that is none", `body = jsonb_set(body, '{guestCard}', '"zz"')`],
])(
  "An entry that became %s is named, and listed as altered beside the others",
  async (_, change) => {
    const { tenant, trusted } = await signedHistory(database, settings);
    await tamper(fresh.url, `UPDATE entry SET ${change} WHERE tenant = '${tenant}' AND seq = 1`);
    const { fault } = await verifyLedger(database, tenant, trusted);
    expect(fault === null ? "whole" : faultSentence(fault)).toMatch(/^Entry 1 .*edited/);
    const answer = await history({ limit: 50 }, { tenantId: tenant }, database);
    const { rows } = historyAnswer.parse(answer);
    expect(rows.filter(({ altered }) => altered).map(({ seq }) => seq)).toEqual([1]);
    expect(rows.length).toBeGreaterThan(5);
  },
);

it.each(ATTACKS)("The history can be read all the same: %s", async (_what, statements) => {
  const { tenant } = await signedHistory(database, settings);
  const of = `tenant = '${tenant}'`;
  await tamper(fresh.url, ...statements.map((statement) => statement.replaceAll("$", () => of)));
  const answer = await history({ limit: 50 }, { tenantId: tenant }, database);
  expect(historyAnswer.parse(answer).rows.length).toBeGreaterThan(3);
});

const SAYS_OTHERWISE = `'{"altered":false,"seq":1,"recordedAt":5,"hash":"00","id":"x",
  "actor":{"id":"x","displayName":"Somebody Else","mail":null}}'::jsonb`;

it.each(["policy-set", "template-saved", "person-erased"])(
  "What an edited body says of its own row is not believed: %s",
  async (kind) => {
    const { tenant, record, caller } = await signedHistory(database, settings);
    await record([templateSaved()]);
    const of = `tenant = '${tenant}' AND kind = '${kind}'`;
    await tamper(fresh.url, `UPDATE entry SET body = body || ${SAYS_OTHERWISE} WHERE ${of}`);
    const answer = await history({ limit: 50 }, { tenantId: tenant }, database);
    const row = historyAnswer.parse(answer).rows.find((each) => each.kind === kind);
    expect(row).toMatchObject({ altered: true, actor: { displayName: caller.name } });
    expect(row?.seq).toBeGreaterThan(1);
    expect(row?.recordedAt).toBeGreaterThan(5);
  },
);

const UNGUARDED = [
  "ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_seq_is_safe",
  "ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_seq_from_one",
  "ALTER TABLE entry DROP CONSTRAINT IF EXISTS entry_recorded_at_is_a_date",
  "ALTER TABLE entry ALTER COLUMN actor_card DROP NOT NULL",
  "ALTER TABLE entry ALTER COLUMN recorded_at DROP NOT NULL",
  "ALTER TABLE card ALTER COLUMN salt DROP NOT NULL",
];

const ADDED = (seq: string) =>
  `INSERT INTO entry SELECT (entry).* FROM (SELECT jsonb_populate_record(e,
     jsonb_build_object('seq', ${seq}, 'id', gen_random_uuid())) AS entry FROM entry e WHERE $ AND seq = 3) added`;

it.each([
  ["an entry before the first one", ADDED("0"), /^Entry 0 /],
  ["an entry beyond all numbers", ADDED("9223372036854775807"), /^Entry 9223372036854776000 /],
  [
    "an infinite time",
    "UPDATE entry SET recorded_at = 'infinity' WHERE $ AND seq = 4",
    /^Entry 4 /,
  ],
  [
    "a time out of range",
    "UPDATE entry SET recorded_at = '294000-01-01' WHERE $ AND seq = 4",
    /^Entry 4 /,
  ],
  ["no time", "UPDATE entry SET recorded_at = NULL WHERE $ AND seq = 4", /^Entry 4 /],
  ["no card of the actor", "UPDATE entry SET actor_card = NULL WHERE $ AND seq = 4", /^Entry 4 /],
  [
    "a number that is none",
    "UPDATE entry SET body = '{\"a\":1e400}' WHERE $ AND seq = 4",
    /^Entry 4 /,
  ],
  ["a card without a salt", "UPDATE card SET salt = NULL WHERE $", /^The card of /],
])("%s is named, listed, and exported all the same", async (_what, statement, words) => {
  const { tenant, trusted } = await signedHistory(database, settings);
  const of = `tenant = '${tenant}'`;
  await tamper(
    fresh.url,
    ...UNGUARDED,
    statement.replaceAll("$", () => of),
  );
  const sentenceOf = ({ fault }: { readonly fault: LedgerFault | null }) =>
    fault === null ? "whole" : faultSentence(fault);
  expect(sentenceOf(await verifyLedger(database, tenant, trusted))).toMatch(words);
  const text = (await exportLines(database, tenant)).join("");
  expect(sentenceOf(await verifyText(text, trusted))).not.toBe("whole");
  const answer = await history({ limit: 50 }, { tenantId: tenant }, database);
  expect(historyAnswer.parse(answer).rows.some(({ altered }) => altered)).toBe(true);
  await asOwner(
    fresh.url,
    `ALTER TABLE entry DISABLE TRIGGER ALL`,
    `DELETE FROM entry WHERE ${of}`,
  );
});
