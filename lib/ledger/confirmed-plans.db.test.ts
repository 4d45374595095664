import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { historyAnswer } from "@/lib/contract/history";
import { append } from "./append";
import type { Database } from "./database";
import { history } from "./history";
import type { HistoryFilter } from "./history-query";
import { acquireLease, releaseLease } from "./leases";
import { freshLedger } from "./testing/fresh-database";
import { answered, planned, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

let ledger: Awaited<ReturnType<typeof freshLedger>>;
let database: Database;

beforeAll(async () => {
  ledger = await freshLedger();
  database = ledger.database;
});

afterAll(() => ledger.drop());

const olga = somebody();

const record = (...entries: NewEntry[]) => append({ entries, cards: [] }, olga, database);

async function summaryOf(filter: Partial<HistoryFilter>) {
  const answer = await history({ limit: 50, ...filter }, olga, database);
  const { plans, rows } = historyAnswer.parse(answer);
  return { plan: plans[0], rows };
}

/** The operations of one plan of five of which a tab recorded three. */
function cutOff() {
  const planId = randomUUID();
  const entries = [1, 2, 3].map(() => ({ ...planned("block", { planId }), confirmed: 5 }));
  return { planId, entries };
}

test("A plan whose tab closed while it was recorded says how many were confirmed, in rows by plan and in its own", async () => {
  const { planId, entries } = cutOff();
  await record(...entries);
  const said = { operations: 3, recorded: 3, confirmed: 5, isHeld: false };
  expect((await summaryOf({ by: "plan" })).plan).toMatchObject({ planId, ...said });
  const { plan, rows } = await summaryOf({ plan: planId });
  expect(plan).toMatchObject(said);
  expect(rows).toMatchObject([{ confirmed: 5 }, { confirmed: 5 }, { confirmed: 5 }]);
  expect(rows.every(({ altered }) => !altered)).toBe(true);
  expect((await summaryOf({ plan: planId, limit: 1, kind: "block" })).plan).toMatchObject(said);
  expect(await verifyLedger(database, olga.tenantId)).toMatchObject({ fault: null });
});

test("While a tab holds the plan, the rest may still be recorded", async () => {
  const { planId, entries } = cutOff();
  const lease = { planId, session: randomUUID(), runs: true };
  await acquireLease(lease, olga, database);
  await record(...entries);
  expect((await summaryOf({ plan: planId })).plan).toMatchObject({ isHeld: true });
  await releaseLease(lease, olga, database);
  expect((await summaryOf({ plan: planId })).plan).toMatchObject({ isHeld: false });
});

test("A page of an earlier version repeats an operation without the number, and it is the same one", async () => {
  const first = planned("block");
  await record({ ...first, confirmed: 1 });
  const { receipts } = await record(first);
  expect(receipts).toMatchObject([{ repeated: true }]);
});

test("A plan of answers says how many were which decision", async () => {
  const planId = randomUUID();
  const decide = (decision: string, review: string) =>
    answered({
      planId,
      subject: { type: "review", id: review },
      request: {
        method: "PATCH",
        path: "/identityGovernance/accessReviews/definitions/r/instances/i/decisions/d",
        body: { decision, justification: '{"decision":"Deny"}' },
      },
    });
  const review = randomUUID();
  await record(decide("Approve", review), decide("Approve", review), decide("Deny", review));
  expect((await summaryOf({ plan: planId })).plan).toMatchObject({
    subjects: 1,
    decisions: [
      { decision: "Approve", count: 2 },
      { decision: "Deny", count: 1 },
    ],
  });
});
