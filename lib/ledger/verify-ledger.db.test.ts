import { expect, it } from "vitest";
import { append } from "./append";
import { faultSentence, ledgerCommand } from "./ledger-command";
import { asOwner, ledgerOfFile } from "./testing/fresh-database";
import { cardOf, carriedOut, planned, policySet, reviewResult, somebody } from "./testing/requests";
import { verifyLedger } from "./verify-ledger";

const { database, url } = ledgerOfFile();

/** A tenant with an entry of several kinds, and somebody's cards. */
async function ledgerOfTenant() {
  const caller = somebody();
  const block = planned();
  const entries = [block, carriedOut(block), policySet(), reviewResult(), planned("create-group")];
  await append({ entries, cards: [cardOf(block, "Ada of Partner")] }, caller, database());
  return { tenant: caller.tenantId, block };
}

/** Changes what is stored, as who owns the database can. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const off = (table: string) => `ALTER TABLE ${table} DISABLE TRIGGER ALL`;
  await asOwner(url(), off("entry"), off("card"), ...statements);
}

it("A ledger that nobody has touched is whole, with its length, last hash and cards", async () => {
  const { tenant } = await ledgerOfTenant();
  expect(await verifyLedger(database(), tenant)).toMatchObject({
    ...{ tenant, length: 5, cards: 2, fault: null },
    head: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(await verifyLedger(database(), somebody().tenantId)).toMatchObject({
    ...{ length: 0, cards: 0, fault: null },
  });
});

const at = (seq: number) => `seq = ${seq}`;

it.each<[string, string, RegExp]>([
  [
    "an edited reason",
    `UPDATE entry SET body = jsonb_set(body, '{operation,reason}', '"x"') WHERE ${at(1)}`,
    /^Entry 1 .*edited/,
  ],
  [
    "an edited outcome",
    `UPDATE entry SET body = jsonb_set(body, '{outcome,result}', '"failed"') WHERE ${at(2)}`,
    /^Entry 2 .*edited/,
  ],
  [
    "another time",
    `UPDATE entry SET recorded_at = recorded_at + interval '1 ms' WHERE ${at(3)}`,
    /^Entry 3 .*edited/,
  ],
  [
    "another person",
    `UPDATE entry SET actor_id = gen_random_uuid() WHERE ${at(4)}`,
    /^Entry 4 .*edited/,
  ],
  [
    "a guest under whom it is looked up",
    `UPDATE entry SET guest_id = gen_random_uuid() WHERE ${at(1)}`,
    /^Entry 1 .*guestId/,
  ],
  [
    "an operation under which it is looked up",
    `UPDATE entry SET operation_id = gen_random_uuid() WHERE ${at(2)}`,
    /^Entry 2 .*operationId/,
  ],
  [
    "a plan under which it is looked up",
    `UPDATE entry SET plan_id = NULL WHERE ${at(1)}`,
    /^Entry 1 .*planId/,
  ],
  [
    "a subject under which it is looked up",
    `UPDATE entry SET subject_id = 'x' WHERE ${at(4)}`,
    /^Entry 4 .*subjectId/,
  ],
  ["an entry that is gone", `DELETE FROM entry WHERE ${at(3)}`, /^Entry 4 .*missing/],
  [
    "a card with another name",
    `UPDATE card SET display_name = 'Eve' WHERE display_name = 'Ada of Partner'`,
    /^The card of .*edited/,
  ],
])("%s is named", async (_what, statement, words) => {
  const { tenant } = await ledgerOfTenant();
  await tamper(
    `${statement}${statement.startsWith("DELETE") || statement.includes("WHERE") ? " AND" : " WHERE"} tenant = '${tenant}'`,
  );
  const { fault } = await verifyLedger(database(), tenant);
  expect(fault === null ? "whole" : faultSentence(fault)).toMatch(words);
});

it("Entries that changed places are named, and so is one of another tenant", async () => {
  const [one, other] = [await ledgerOfTenant(), await ledgerOfTenant()];
  await tamper(
    `UPDATE entry SET seq = 1003 WHERE tenant = '${one.tenant}' AND seq = 3`,
    `UPDATE entry SET seq = 3 WHERE tenant = '${one.tenant}' AND seq = 4`,
    `UPDATE entry SET seq = 4 WHERE tenant = '${one.tenant}' AND seq = 1003`,
    `DELETE FROM entry WHERE tenant = '${other.tenant}' AND seq = 5`,
    `UPDATE entry SET tenant = '${other.tenant}' WHERE tenant = '${one.tenant}' AND seq = 5`,
  );
  const faults = [
    (await verifyLedger(database(), one.tenant)).fault,
    (await verifyLedger(database(), other.tenant)).fault,
  ];
  expect(faults).toMatchObject([
    { in: "entry", seq: 3, because: "broken-link" },
    { in: "entry", seq: 5, because: "broken-link" },
  ]);
});

it("The command says what it found and ends with a code for it", async () => {
  const { tenant } = await ledgerOfTenant();
  const said: string[] = [];
  const outside = {
    variables: { DATABASE_URL: url(), DATA_DIR: "", ENTRA_TENANT_ID: tenant },
    say: (text: string) => said.push(text),
  };
  expect(await ledgerCommand(["verify"], outside)).toBe(0);
  expect(said.at(-1)).toMatch(/5 entries and 2 cards fit together\. Last hash: [0-9a-f]{64}/);
  await tamper(`DELETE FROM entry WHERE tenant = '${tenant}' AND seq = 2`);
  expect(await ledgerCommand(["verify", "--tenant", tenant.toUpperCase()], outside)).toBe(1);
  expect(said.at(-1)).toMatch(/not whole\. Entry 3 .*missing/);
  for (const wrong of [["check"], ["verify", "--tenant", "x"], ["verify", "--all"]]) {
    expect(await ledgerCommand(wrong, outside)).toBe(2);
    expect(said.at(-1)).toContain("npm run ledger -- verify");
  }
  expect(
    await ledgerCommand(["verify"], { ...outside, variables: { ENTRA_TENANT_ID: tenant } }),
  ).toBe(2);
  expect(said.at(-1)).toMatch(/^Nothing was checked\. .*DATABASE_URL/);
  const variables = { ENTRA_TENANT_ID: tenant, DATA_DIR: "/there/is/none" };
  expect(await ledgerCommand(["verify"], { ...outside, variables })).toBe(2);
  expect(said.at(-1)).toBe("Nothing was checked. There is no folder /there/is/none.");
});
