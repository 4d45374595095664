import { describe, expect, test } from "vitest";
import type { Guest } from "@/lib/domain/guest";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { DAY } from "@/lib/domain/time";
import { EVERYTHING } from "./everything";
import { GuestStore } from "./guest-store";
import type { GuestQuery, SortKey } from "./inventory";
import { someGuest, TODAY } from "./testing/some-guest";

const ago = (days: number) => TODAY - days * DAY;
const seen = (days: number): Partial<Guest> => ({ lastSeen: { kind: "at", at: ago(days) } });
const pending = (days: number): Partial<Guest> => ({
  redemption: { kind: "pending", since: ago(days) },
  lastSeen: { kind: "never" },
});

function listOf(...guests: readonly Partial<Guest>[]): GuestStore {
  const list = new GuestStore(DEFAULT_POLICY, TODAY, 0);
  list.add(guests.map(someGuest));
  return list;
}

function names(list: GuestStore, query: Partial<GuestQuery> = {}): string[] {
  return list.window({ ...EVERYTHING, ...query }, 0, 1_000).map(({ guest }) => guest.displayName);
}

const sorted = (list: GuestStore, by: SortKey, descending = false) =>
  names(list, { sort: { by, descending } });

test("A guest comes out as they went in", () => {
  const guests = [
    someGuest({ mail: null, createdAt: null, creationType: null, partner: "", sponsors: [] }),
    someGuest({ ...pending(3), enabled: false, userType: "member", identityClass: "google" }),
    someGuest({ redemption: { kind: "not-invited" }, lastSeen: { kind: "unreadable" } }),
    someGuest({ lastAttemptAt: ago(2), sponsors: [{ id: "s", displayName: null }] }),
    someGuest({ redemption: { kind: "pending", since: null }, lastSeen: { kind: "unread" } }),
  ];
  const list = new GuestStore(DEFAULT_POLICY, TODAY, 0);
  list.add(guests);
  expect(list.rows(guests.map(({ id }) => id)).map(({ guest }) => guest)).toEqual(guests);
});

test("A row carries its standing and the sentence that explains it", () => {
  const list = listOf({ displayName: "Ada", ...seen(143) });
  const [row] = list.window(EVERYTHING, 0, 1);
  expect(row).toMatchObject({
    standing: { kind: "stale", idleDays: 143 },
    explanation: "Last signed in 143 days ago; stale after 90 days.",
  });
});

test("Who comes twice is listed once, as last read", () => {
  const list = listOf({ id: "a", displayName: "Old" }, { id: "a", displayName: "New" });
  list.add([someGuest({ id: "a", displayName: "Newest" })]);
  expect([names(list), list.size]).toEqual([["Newest"], 1]);
});

describe("Search", () => {
  const list = listOf(
    { displayName: "José Álvarez", mail: "jose@café.example" },
    { displayName: "Łukasz Weiß", mail: "l.weiss@other.example", partner: "other.example" },
    { displayName: "山田 太郎", mail: "taro@nippon.example" },
    { displayName: "<img src=x onerror=alert(1)>", mail: null },
  );
  test.each([
    ["jose", ["José Álvarez"]],
    ["JOSÉ", ["José Álvarez"]],
    ["alv jo", ["José Álvarez"]],
    ["lukasz weiss", ["Łukasz Weiß"]],
    ["other.example", ["Łukasz Weiß"]],
    ["太郎", ["山田 太郎"]],
    ["onerror=alert(1)", ["<img src=x onerror=alert(1)>"]],
    ["nobody", []],
    [".*", []],
  ])("%s finds %j", (text, found) => {
    expect(names(list, { text })).toEqual(found);
  });

  test("a longer text narrows, a shorter widens again", () => {
    expect(names(list, { text: "l" }).length).toBeGreaterThan(1);
    expect(names(list, { text: "lu" })).toEqual(["Łukasz Weiß"]);
    expect(names(list, { text: "l" }).length).toBeGreaterThan(1);
  });

  test("guests who arrive later are found too", () => {
    const growing = listOf({ displayName: "Ada" });
    expect(names(growing, { text: "bea" })).toEqual([]);
    growing.add([someGuest({ displayName: "Bea" })]);
    expect(names(growing, { text: "bea" })).toEqual(["Bea"]);
  });
});

describe("Order", () => {
  const people: readonly Partial<Guest>[] = [
    { displayName: "émile", mail: "z@b.example", partner: "b.example", ...seen(5) },
    { displayName: "Eve", mail: null, partner: "", createdAt: null, lastSeen: { kind: "never" } },
    { displayName: "dora", mail: "a@a.example", partner: "a.example", ...pending(9) },
    { displayName: "Zoe", mail: "m@b.example", partner: "b.example", ...seen(200) },
  ];
  const list = listOf(...people);
  test.each<[SortKey, boolean, string[]]>([
    ["name", false, ["dora", "émile", "Eve", "Zoe"]],
    ["name", true, ["Zoe", "Eve", "émile", "dora"]],
    ["mail", false, ["dora", "Zoe", "émile", "Eve"]],
    ["mail", true, ["émile", "Zoe", "dora", "Eve"]],
    ["partner", false, ["dora", "émile", "Zoe", "Eve"]],
    ["last-seen", false, ["Zoe", "émile", "dora", "Eve"]],
    ["last-seen", true, ["émile", "Zoe", "dora", "Eve"]],
    ["pending-since", true, ["dora", "émile", "Eve", "Zoe"]],
    ["standing", false, ["émile", "Zoe", "Eve", "dora"]],
  ])("by %s, descending %s; what has no value stays last", (by, descending, order) => {
    expect(sorted(list, by, descending)).toEqual(order);
  });

  test("names that begin with a symbol follow the others, and who has no name stays last", () => {
    const hostile = ["=cmd|calc", "Zoe", "", "<script>", "9 Lives", "Ada", "\u202e@Ben"];
    const mixed = listOf(...hostile.map((displayName) => ({ displayName })));
    const order = ["9 Lives", "Ada", "Zoe", "\u202e@Ben", "<script>", "=cmd|calc"];
    expect(sorted(mixed, "name")).toEqual([...order, ""]);
    expect(sorted(mixed, "name", true)).toEqual([...order.toReversed(), ""]);
  });

  test("a list that grows page by page is in the same order as one read at once", () => {
    const growing = listOf();
    for (const person of people) {
      growing.add([someGuest(person)]);
      growing.ids(EVERYTHING);
    }
    expect(sorted(growing, "name")).toEqual(sorted(list, "name"));
    expect(sorted(growing, "partner")).toEqual(sorted(list, "partner"));
  });

  test("a new name moves its row", () => {
    const renamed = listOf({ id: "a", displayName: "Ada" }, { displayName: "Bea" });
    expect(names(renamed)).toEqual(["Ada", "Bea"]);
    renamed.amend([someGuest({ id: "a", displayName: "Cleo" })], []);
    expect(names(renamed)).toEqual(["Bea", "Cleo"]);
  });
});

test("Neighbours are those before and after a guest among those that match, in their order", () => {
  const list = listOf(
    { id: "b", displayName: "Ben", enabled: false },
    { id: "a", displayName: "Ada" },
    { id: "c", displayName: "Cleo" },
  );
  expect(list.neighbors(EVERYTHING, "b")).toEqual({ place: 1, total: 3, previous: "a", next: "c" });
  const fromTheEnd = { ...EVERYTHING, sort: { by: "name", descending: true } } as const;
  expect(list.neighbors(fromTheEnd, "c")).toMatchObject({ place: 0, previous: null, next: "b" });
  const blocked = { ...EVERYTHING, standings: ["blocked"] } as const;
  expect(list.neighbors(blocked, "b")).toMatchObject({ total: 1, previous: null, next: null });
  expect(list.neighbors(blocked, "a")).toBeNull();
  expect(list.neighbors(EVERYTHING, "nobody")).toBeNull();
});

describe("Facets", () => {
  const sponsors = [{ id: "s", displayName: "Sam" }];
  const list = listOf(
    { displayName: "a", ...seen(1), partner: "x.example", sponsors },
    { displayName: "b", ...seen(200), partner: "x.example" },
    { displayName: "c", ...seen(200), partner: "y.example", userType: "member", sponsors },
    { displayName: "d", ...pending(4), partner: "y.example", identityClass: "google" },
  );
  const answer = (query: Partial<GuestQuery>) => list.answer({ ...EVERYTHING, ...query });

  test("each facet counts what would match if it alone were changed", () => {
    const { total, facets } = answer({ standings: ["stale"], partners: ["x.example"] });
    expect(total).toBe(1);
    expect(facets.standings).toMatchObject({ active: 1, stale: 1, pending: 0 });
    expect(facets.partners).toEqual([
      { partner: "x.example", count: 1 },
      { partner: "y.example", count: 1 },
    ]);
    expect(facets.userTypes).toEqual({ guest: 1, member: 0 });
  });

  test.each<[Partial<GuestQuery>, string[]]>([
    [{ sponsor: "with" }, ["a", "c"]],
    [{ sponsor: "without" }, ["b", "d"]],
    [{ userTypes: ["member"] }, ["c"]],
    [{ identityClasses: ["google", "entra"] }, ["a", "b", "c", "d"]],
    [{ identityClasses: ["google"] }, ["d"]],
    [{ standings: ["active", "pending"] }, ["a", "d"]],
    [{ partners: ["nowhere.example"] }, []],
    [{ text: "x.example", standings: ["stale"] }, ["b"]],
  ])("%j finds %j", (query, found) => {
    expect(names(list, query)).toEqual(found);
    expect(list.ids({ ...EVERYTHING, ...query }).length).toBe(found.length);
  });
});

test("Sign-ins that arrive later change the standing and its order", () => {
  const list = listOf({ id: "a", displayName: "Ada", lastSeen: { kind: "unread" } });
  expect(list.answer(EVERYTHING).facets.standings.unknown).toBe(1);
  list.see([{ id: "a", lastSeen: { kind: "at", at: ago(100) }, lastAttemptAt: null }]);
  list.see([{ id: "nobody", lastSeen: { kind: "never" }, lastAttemptAt: null }]);
  expect(list.answer(EVERYTHING).facets.standings).toMatchObject({ unknown: 0, stale: 1 });
});

test("Sign-ins given up are unreadable, never stale", () => {
  const list = listOf({ lastSeen: { kind: "unread" } }, { ...seen(200) });
  list.giveUpSignIns();
  const { standings } = list.answer(EVERYTHING).facets;
  expect(standings).toMatchObject({ unknown: 1, stale: 1, "never-signed-in": 0 });
});

test("Another policy judges everybody anew", () => {
  const list = listOf(seen(50), seen(10));
  list.judgeBy({ ...DEFAULT_POLICY, staleAfterDays: 30 }, TODAY);
  expect(list.answer(EVERYTHING).facets.standings).toMatchObject({ stale: 1, active: 1 });
});

test("A guest read back without sign-ins keeps those known, and who is gone leaves every count", () => {
  const list = listOf({ id: "a", displayName: "Ada", ...seen(200) }, { id: "b", ...seen(200) });
  list.amend([someGuest({ id: "a", enabled: false, lastSeen: { kind: "unread" } })], ["b", "c"]);
  const [row] = list.rows(["a", "b"]);
  expect(row?.standing).toEqual({ kind: "blocked" });
  expect(row?.guest.lastSeen).toEqual({ kind: "at", at: ago(200) });
  expect([list.size, list.answer(EVERYTHING).total, list.overview().guests]).toEqual([1, 1, 1]);
  list.amend([someGuest({ id: "b" })], []);
  expect(list.size).toBe(2);
});

test("The overview counts each bar and each partner once", () => {
  const list = listOf(
    { ...seen(0), partner: "x.example" },
    { ...seen(90), partner: "x.example" },
    { ...seen(91), partner: "x.example", sponsors: [{ id: "s", displayName: "Sam" }] },
    { ...pending(31), partner: "y.example" },
    { lastSeen: { kind: "never" }, partner: "y.example", userType: "member" },
  );
  const overview = list.overview();
  expect(overview).toMatchObject({ guests: 4, externalMembers: 1, withoutSponsor: 4 });
  expect(overview.idle.map(({ count }) => count)).toEqual([1, 0, 0, 0, 2, 0, 0, 0]);
  expect(overview.pendingAge.find(({ fromDays }) => fromDays === 30)?.count).toBe(1);
  expect(overview.partners).toEqual([
    { partner: "x.example", guests: 3, stale: 1 },
    { partner: "y.example", guests: 2, stale: 1 },
  ]);
});
