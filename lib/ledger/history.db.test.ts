import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { historyAnswer } from "@/lib/contract/history";
import { policyAnswer } from "@/lib/contract/policy";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { append } from "./append";
import type { Database } from "./database";
import { history } from "./history";
import type { HistoryFilter } from "./history-query";
import { currentPolicy } from "./policy";
import { freshLedger } from "./testing/fresh-database";
import { cardOf, carriedOut, planned, policySet, somebody, guestOf } from "./testing/requests";

let ledger: Awaited<ReturnType<typeof freshLedger>>;
let database: Database;

const olga = somebody();
const boris = { ...somebody("Governance.Administrator", olga.tenantId), name: "Boris" };
const keep = planned("keep");
const blocked = planned("block");
const removed = planned("remove", { planId: blocked.operation.planId });
const refused = planned("remove", { guestId: blocked.operation.guestId });
const lost = planned("resend", { tenantId: olga.tenantId });
const resolved = planned("resend", { tenantId: olga.tenantId });
const open = planned("unblock");
const policy = policySet(45);
let middle = 0;

beforeAll(async () => {
  ledger = await freshLedger();
  database = ledger.database;
  const record = (caller: typeof olga, ...entries: Parameters<typeof append>[0]["entries"]) =>
    append({ entries, cards: [cardOf(blocked)] }, caller, database);
  await record(olga, keep, blocked, removed);
  await record(olga, carriedOut(blocked), carriedOut(removed, "already-so"));
  middle = Date.now() + 5;
  await new Promise((resolve) => setTimeout(resolve, 20));
  await record(boris, refused, lost, resolved, open, policy);
  await record(boris, carriedOut(refused, "refused"), carriedOut(lost, "unknown"));
  await record(boris, carriedOut(resolved, "unknown"));
  await record(boris, {
    ...carriedOut(resolved, "done"),
    outcome: { result: "done", evidence: "observed", detail: "Read back.", requestId: "r-1" },
  });
  await record(somebody(), planned());
});

afterAll(() => ledger.drop());

const NAMES = new Map(
  Object.entries({ keep, blocked, removed, refused, lost, resolved, open, policy }).map(
    ([name, { id }]) => [id, name],
  ),
);

async function found(filter: Partial<HistoryFilter>): Promise<(string | undefined)[]> {
  const answer = await history({ limit: 50, ...filter }, olga, database);
  return historyAnswer.parse(answer).rows.map(({ id }) => NAMES.get(id));
}

describe("The history", () => {
  it("lists operations and policies newest first, outcomes folded in", async () => {
    const all = ["policy", "open", "resolved", "lost", "refused", "removed", "blocked", "keep"];
    expect(await found({})).toEqual(all);
  });

  test.each<[string, () => Partial<HistoryFilter>, string[]]>([
    ["a guest", () => ({ guest: guestOf(blocked) }), ["refused", "blocked"]],
    ["an actor", () => ({ actor: olga.userId }), ["removed", "blocked", "keep"]],
    ["a plan", () => ({ plan: blocked.operation.planId }), ["removed", "blocked"]],
    ["a kind of operation", () => ({ kind: "remove" }), ["refused", "removed"]],
    ["changes of the policy", () => ({ kind: "policy-set" }), ["policy"]],
    ["what is done, resolved later too", () => ({ result: "done" }), ["resolved", "blocked"]],
    ["what was already so", () => ({ result: "already-so" }), ["removed"]],
    ["what was refused", () => ({ result: "refused" }), ["refused"]],
    ["what failed", () => ({ result: "failed" }), []],
    ["what has no answer", () => ({ result: "unknown" }), ["lost"]],
    [
      "what is unresolved: no outcome or an unknown one, never a keep",
      () => ({ result: "unresolved" }),
      ["open", "lost"],
    ],
    [
      "before an instant",
      () => ({ to: new Date(middle).toISOString() }),
      ["removed", "blocked", "keep"],
    ],
    [
      "from an instant on",
      () => ({ from: new Date(middle).toISOString(), kind: "resend" }),
      ["resolved", "lost"],
    ],
    ["several at once", () => ({ guest: guestOf(blocked), result: "done" }), ["blocked"]],
    ["somebody unknown", () => ({ guest: olga.tenantId }), []],
  ])("is filtered by %s", async (_, filter, names) => {
    expect(await found(filter())).toEqual(names);
  });

  it("shows who, why, what was known, and the latest outcome with its evidence", async () => {
    const { rows } = await history({ limit: 50 }, olga, database);
    expect(rows.find(({ id }) => id === resolved.id)).toMatchObject({
      kind: "planned",
      actor: { id: boris.userId, displayName: "Boris", mail: boris.username },
      reason: "Left the project",
      operation: { kind: "resend", known: resolved.operation.known },
      outcome: { result: "done", evidence: "observed", detail: "Read back.", requestId: "r-1" },
    });
    expect(rows.find(({ id }) => id === blocked.id)).toMatchObject({
      guest: { displayName: "Ada of Partner", mail: "ada@partner.example" },
    });
    expect(rows.find(({ id }) => id === open.id)).toMatchObject({ outcome: null });
  });

  it("is read page by page, each row once, and the last page says so", async () => {
    const pages: (string | undefined)[][] = [];
    let before: number | undefined;
    do {
      const filter = before === undefined ? { limit: 3 } : { limit: 3, before };
      const page = await history(filter, olga, database);
      pages.push(page.rows.map(({ id }) => NAMES.get(id)));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 2]);
    expect(pages.flat()).toEqual(await found({}));
  });

  it("has no further page when the last one is exactly full", async () => {
    expect((await history({ limit: 8 }, olga, database)).next).toBeNull();
    expect((await history({ limit: 7 }, olga, database)).next).not.toBeNull();
  });

  it("stays as it was under the reader's feet: what is added does not shift a later page", async () => {
    const maria = somebody();
    const recorded = Array.from({ length: 8 }, () => planned());
    await append({ entries: recorded, cards: [] }, maria, database);
    const first = await history({ limit: 4 }, maria, database);
    await append({ entries: [planned()], cards: [] }, maria, database);
    const second = await history({ limit: 4, before: first.next ?? 0 }, maria, database);
    const read = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(read).toEqual(recorded.map(({ id }) => id).reverse());
  });
});

describe("The policy", () => {
  it("is the default until somebody sets one", async () => {
    expect(await currentPolicy(somebody(), database)).toEqual({
      policy: DEFAULT_POLICY,
      set: null,
    });
  });

  it("is the latest that was set, and says who, when and why", async () => {
    const answer = policyAnswer.parse(await currentPolicy(olga, database));
    expect(answer).toMatchObject({
      policy: policy.policy,
      set: { by: { id: boris.userId, name: "Boris" }, reason: policy.reason },
    });
    expect(Math.abs(Date.now() - (answer.set?.at ?? 0))).toBeLessThan(60_000);
  });
});
