import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { historyAnswer } from "@/lib/contract/history";
import { append } from "./append";
import type { Database } from "./database";
import { erasePerson } from "./erase-person";
import { history } from "./history";
import type { HistoryFilter } from "./history-query";
import { freshLedger } from "./testing/fresh-database";
import { cardOf, carriedOut, guestOf, planned, policySet, somebody } from "./testing/requests";

let ledger: Awaited<ReturnType<typeof freshLedger>>;
let database: Database;

const olga = somebody();
const boris = { ...somebody("Governance.Administrator", olga.tenantId), name: "Boris Müller" };
const stranger = { ...somebody(), name: "Boris Müller" };

const planId = randomUUID();
const jose = planned("block", { planId });
const ada = planned("block", { planId });
const anna = planned("block", { planId });
const keep = planned("keep");
const erased = planned("block");
const theirs = planned("block");
const first = policySet(45);
const second = { ...policySet(30, first.id) };

const CARDS = [
  { ...cardOf(jose, "José Straße"), mail: "jose@north.example" },
  { ...cardOf(ada, "Ada of Partner"), mail: "ada@partner.example" },
  { ...cardOf(anna, "100% _Anna_"), mail: null },
  { ...cardOf(erased, "Ada to be forgotten"), mail: "forgotten@partner.example" },
];

const ERASER = {
  tenant: boris.tenantId,
  actor: { subjectId: boris.userId, displayName: boris.name, mail: boris.username },
  through: "page",
} as const;

beforeAll(async () => {
  ledger = await freshLedger();
  database = ledger.database;
  type Entries = Parameters<typeof append>[0]["entries"];
  const record = (caller: typeof olga, ...entries: Entries) => {
    const guests = new Set(entries.map((entry) => "operation" in entry && entry.operation.guestId));
    const cards = CARDS.filter(({ subjectId }) => guests.has(subjectId));
    return append({ entries, cards }, caller, database);
  };
  await record(olga, jose, ada, anna);
  await record(olga, carriedOut(jose), carriedOut(ada, "failed"));
  await record(boris, keep, first);
  await record(olga, erased);
  await record(boris, second);
  await erasePerson(
    database,
    { id: randomUUID(), personId: guestOf(erased), reason: "Asked to be forgotten" },
    ERASER,
  );
  await append(
    { entries: [theirs], cards: [cardOf(theirs, "Ada of another tenant")] },
    stranger,
    database,
  );
});

afterAll(() => ledger.drop());

const NAMES = new Map(
  Object.entries({ jose, ada, anna, keep, erased, theirs, first, second }).map(([name, { id }]) => [
    id,
    name,
  ]),
);

async function answerTo(filter: Partial<HistoryFilter>, caller = olga) {
  return historyAnswer.parse(await history({ limit: 50, ...filter }, caller, database));
}

async function found(filter: Partial<HistoryFilter>, caller = olga) {
  const { rows } = await answerTo(filter, caller);
  return rows.map(({ id, kind }) => NAMES.get(id) ?? kind);
}

describe("The history is searched", () => {
  test.each<[string, string, string[]]>([
    ["a guest's name", "partner ada", ["ada"]],
    ["a name without its accents and case", "JOSE", ["jose"]],
    ["a name with what people type for a letter", "strasse", ["jose"]],
    ["a mail", "jose@north", ["jose"]],
    ["a person who acted", "muller boris", ["person-erased", "second", "first", "keep"]],
    ["signs that mean something to a database", "100% _a", ["anna"]],
    ["a pattern, which is none here", "%%", []],
    ["SQL, which is none here", "' OR 1=1 --", []],
    ["nobody's name", "zoe", []],
  ])("by %s", async (_, q, names) => {
    expect(await found({ q })).toEqual(names);
  });

  it("by an object id, also of a person who was erased", async () => {
    expect(await found({ q: guestOf(erased).toUpperCase() })).toEqual(["person-erased", "erased"]);
    expect(await found({ q: boris.userId, kind: "keep" })).toEqual(["keep"]);
  });

  it("by no name that was erased", async () => {
    expect(await found({ q: "forgotten" })).toEqual([]);
    expect(await found({ q: "ada" })).toEqual(["ada"]);
  });

  it("by a name that came back only for what was recorded since", async () => {
    const again = planned("unblock", { guestId: guestOf(erased) });
    NAMES.set(again.id, "again");
    await append({ entries: [again], cards: [cardOf(again, "Ada Returned")] }, olga, database);
    expect(await found({ q: "returned" })).toEqual(["again"]);
  });

  it("in the caller's own tenant alone, whatever is searched for", async () => {
    expect(await found({ q: "another tenant" })).toEqual([]);
    expect(await found({ q: guestOf(theirs) })).toEqual([]);
    expect(await found({ q: "ada" }, stranger)).toEqual(["theirs"]);
    expect(await found({ q: "muller" }, stranger)).toEqual(["theirs"]);
  });

  it("together with the other filters", async () => {
    expect(await found({ q: "partner", result: "failed" })).toEqual(["ada"]);
    expect(await found({ q: "partner", result: "done" })).toEqual([]);
  });
});

describe("The history by plan", () => {
  it("has one row a plan, its newest operation, and says what became of all of them", async () => {
    const { rows, plans } = await answerTo({ by: "plan", to: new Date().toISOString() });
    expect(rows.map(({ id }) => NAMES.get(id)).filter((name) => name === "jose")).toEqual([]);
    expect(rows.map(({ id }) => NAMES.get(id)).filter((name) => name === "anna")).toHaveLength(1);
    const plan = plans.find((each) => each.planId === planId);
    expect(plan).toMatchObject({ operations: 3, kinds: ["block"], recorded: 3, confirmed: null });
    expect([...(plan?.results ?? [])].sort((a, b) => a.result.localeCompare(b.result))).toEqual([
      { result: "done", count: 1 },
      { result: "failed", count: 1 },
      { result: "unresolved", count: 1 },
    ]);
    expect(plans.find((each) => each.planId === keep.operation.planId)?.results).toEqual([
      { result: "recorded", count: 1 },
    ]);
  });

  it("is read page by page, each plan once", async () => {
    const all = await found({ by: "plan" });
    const pages: (string | undefined)[] = [];
    let before: number | undefined;
    do {
      const at = before === undefined ? {} : { before };
      const page = await answerTo({ by: "plan", limit: 2, ...at });
      pages.push(...page.rows.map(({ id, kind }) => NAMES.get(id) ?? kind));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(pages).toEqual(all);
    expect(pages.filter((name) => name === "anna")).toHaveLength(1);
  });

  it("counts what matches: of a kind that the plan has not, there is no row", async () => {
    expect(await found({ by: "plan", kind: "keep" })).toEqual(["keep"]);
    expect(await found({ by: "plan", actor: boris.userId })).not.toContain("anna");
  });

  it("shows another tenant its own plans alone", async () => {
    const { rows, plans } = await answerTo({ by: "plan" }, stranger);
    expect(rows.map(({ id }) => NAMES.get(id))).toEqual(["theirs"]);
    expect(plans.map((plan) => plan.planId)).toEqual([theirs.operation.planId]);
  });
});

describe("A change of the settings", () => {
  it("says what held before it; the first one, that nobody had set anything", async () => {
    const { rows } = await answerTo({ kind: "policy-set" });
    expect(rows).toMatchObject([
      { policy: { staleAfterDays: 30 }, before: { staleAfterDays: 45 }, altered: false },
      { policy: { staleAfterDays: 45 }, before: null, altered: false },
    ]);
  });
});
