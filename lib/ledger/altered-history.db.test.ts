import { afterAll, beforeAll, expect, it } from "vitest";
import { historyAnswer } from "@/lib/contract/history";
import { openDatabase, type Database } from "./database";
import { history } from "./history";
import { freshDatabase, type FreshDatabase } from "./testing/fresh-database";
import { signedHistory } from "./testing/signed-history";
import { signingSettings } from "./testing/signing";
import { ATTACKS, tamper } from "./testing/tampering";
import { faultSentence } from "./verify/ledger-fault";
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
