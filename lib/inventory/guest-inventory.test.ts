import { expect, test, vi } from "vitest";
import type { Guest } from "@/lib/domain/guest";
import { DEFAULT_POLICY } from "@/lib/domain/policy";
import { DAY } from "@/lib/domain/time";
import { GraphError, type GraphErrorKind } from "@/lib/graph/graph-error";
import type { GuestSeen } from "@/lib/graph/guests/read-sign-ins";
import { EVERYTHING } from "./everything";
import { GuestInventory } from "./guest-inventory";
import type { GuestReader } from "./guest-reader";
import type { Report } from "./progress-report";
import { someGuest, TODAY } from "./testing/some-guest";

const unread = (id: string): Guest => someGuest({ id, lastSeen: { kind: "unread" } });
const seenAt = (id: string, days: number): GuestSeen => ({
  id,
  lastSeen: { kind: "at", at: TODAY - days * DAY },
  lastAttemptAt: null,
});

type Step<T> = readonly T[] | Error | (() => Promise<void>);

/** Gives pages, waits and breaks in the order written. */
async function* steps<T>(all: readonly Step<T>[]): AsyncGenerator<readonly T[]> {
  for (const step of all) {
    if (step instanceof Error) throw step;
    if (typeof step === "function") await step();
    else yield step;
  }
}

interface Script {
  readonly count: number | Error;
  readonly members?: number;
  readonly guests: readonly Step<Guest>[];
  readonly signIns?: readonly Step<GuestSeen>[];
}

function open(script: Script) {
  const reports: Report[] = [];
  const reader: GuestReader = {
    count: () =>
      typeof script.count === "number"
        ? Promise.resolve({ guest: script.count, member: script.members ?? 0 })
        : Promise.reject(script.count),
    guests: () => steps(script.guests),
    signIns: () => steps(script.signIns ?? []),
  };
  const inventory = new GuestInventory({
    reader,
    onReport: (report) => reports.push(report),
    now: () => TODAY,
  });
  return { inventory, reports };
}

async function readAll(script: Script) {
  const opened = open(script);
  await opened.inventory.start(DEFAULT_POLICY, "an account");
  await opened.inventory.finished;
  return { ...opened, progress: opened.inventory.progress };
}

const standings = async (inventory: GuestInventory) =>
  (await inventory.query(EVERYTHING)).facets.standings;

test("Everybody is read, then judged by their sign-ins, and the list is complete", async () => {
  const { inventory, progress } = await readAll({
    count: 3,
    guests: [[unread("a"), unread("b")], [unread("c")]],
    signIns: [
      [seenAt("a", 3), seenAt("b", 200), { ...seenAt("c", 0), lastSeen: { kind: "never" } }],
    ],
  });
  expect(progress).toMatchObject({
    phase: "complete",
    read: 3,
    expected: 3,
    signIns: "read",
    complete: true,
    failure: null,
  });
  expect(await standings(inventory)).toMatchObject({ active: 1, stale: 1, "never-signed-in": 1 });
});

test("The first rows are there while the second page is still on its way", async () => {
  let arrive: () => void = () => undefined;
  const second = () => new Promise<void>((resolve) => (arrive = resolve));
  const { inventory } = open({ count: 2, guests: [[unread("a")], second, [unread("b")]] });
  await inventory.start(DEFAULT_POLICY, "an account");
  await vi.waitFor(async () => {
    expect((await inventory.query(EVERYTHING)).total).toBe(1);
  });
  expect(inventory.progress.complete).toBe(false);
  arrive();
  await inventory.finished;
  expect((await inventory.query(EVERYTHING)).total).toBe(2);
});

test("Somebody who comes on two pages is one guest", async () => {
  const { inventory, progress } = await readAll({
    count: 2,
    guests: [[unread("a"), unread("b")], [unread("b")]],
  });
  expect([progress.read, progress.complete]).toEqual([2, true]);
  expect((await inventory.query(EVERYTHING)).total).toBe(2);
});

test("A count that was not reached leaves the list incomplete, with the gap to be seen", async () => {
  const { progress } = await readAll({ count: 250, guests: [[unread("a")]] });
  expect(progress).toMatchObject({ phase: "complete", complete: false, read: 1, expected: 250 });
});

test("More guests than counted are no gap: the count lags behind", async () => {
  const { progress } = await readAll({ count: 1, guests: [[unread("a"), unread("b")]] });
  expect(progress.complete).toBe(true);
});

test("Additional members do not hide that guests are missing", async () => {
  const member = { ...unread("m"), userType: "member" as const };
  const guests = [[unread("a"), member, { ...member, id: "n" }]];
  expect((await readAll({ count: 2, members: 1, guests })).progress.complete).toBe(false);
  expect((await readAll({ count: 1, members: 2, guests })).progress.complete).toBe(true);
});

test("A list that could not be counted is shown but not complete", async () => {
  const { progress } = await readAll({
    count: new GraphError("forbidden", "no count"),
    guests: [[unread("a")]],
  });
  expect(progress).toMatchObject({
    complete: false,
    expected: null,
    failure: { kind: "forbidden" },
  });
});

test("A page that failed keeps what was read and says so in plain data", async () => {
  const { inventory, progress } = await readAll({
    count: 2,
    guests: [[unread("a")], new GraphError("unavailable", "503")],
  });
  expect(progress).toMatchObject({
    phase: "failed",
    complete: false,
    failure: { kind: "unavailable", message: "503" },
  });
  expect(structuredClone(progress)).toEqual(progress);
  expect((await inventory.query(EVERYTHING)).total).toBe(1);
});

test.each<[GraphErrorKind, string, GraphErrorKind | null]>([
  ["licence-missing", "licence-missing", null],
  ["forbidden", "forbidden", null],
  ["needs-consent", "forbidden", "needs-consent"],
  ["bad-request", "failed", "bad-request"],
  ["throttled", "failed", "throttled"],
])("Sign-ins refused as %s make nobody stale", async (kind, because, failure) => {
  const { inventory, progress } = await readAll({
    count: 2,
    guests: [[unread("a"), unread("b")]],
    signIns: [[seenAt("a", 200)], new GraphError(kind, "no")],
  });
  expect(progress).toMatchObject({
    phase: "complete",
    complete: true,
    signIns: "unreadable",
    signInsUnreadableBecause: because,
  });
  expect(progress.failure?.kind ?? null).toBe(failure);
  expect(await standings(inventory)).toMatchObject({ stale: 1, unknown: 1, "never-signed-in": 0 });
});

test("A guest whose sign-ins never came stays unread", async () => {
  const { inventory } = await readAll({
    count: 2,
    guests: [[unread("a"), unread("b")]],
    signIns: [[seenAt("a", 1)]],
  });
  const [row] = await inventory.rows(["b"]);
  expect(row?.standing).toEqual({ kind: "unknown", because: "sign-ins-unread" });
});

test("A paused reading takes no further page until it is resumed", async () => {
  const { inventory } = open({ count: 2, guests: [[unread("a")], [unread("b")]] });
  await inventory.start(DEFAULT_POLICY, "an account");
  await inventory.pause();
  expect(inventory.progress.phase).toBe("paused");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect((await inventory.query(EVERYTHING)).total).toBe(1);
  await inventory.resume();
  expect(inventory.progress.phase).toBe("directory");
  await inventory.finished;
  expect(inventory.progress).toMatchObject({ phase: "complete", complete: true });
});

test("Started anew, a reading under way is abandoned and leaves nothing behind", async () => {
  let arrive: () => void = () => undefined;
  const late = () => new Promise<void>((resolve) => (arrive = resolve));
  const { inventory } = open({ count: 1, guests: [late, [unread("a")]] });
  await inventory.start(DEFAULT_POLICY, "an account");
  const first = inventory.finished;
  const arriveFirst = arrive;
  await inventory.start(DEFAULT_POLICY, "an account");
  arriveFirst();
  await first;
  expect([(await inventory.query(EVERYTHING)).total, inventory.progress.phase]).toEqual([
    0,
    "directory",
  ]);
  arrive();
  await inventory.finished;
  expect((await inventory.query(EVERYTHING)).total).toBe(1);
});

test("Cleared, nobody is known any more, and the version has grown", async () => {
  const { inventory } = await readAll({ count: 1, guests: [[unread("a")]] });
  const { version } = await inventory.query(EVERYTHING);
  await inventory.clear();
  const answer = await inventory.query(EVERYTHING);
  expect([answer.total, inventory.progress.phase]).toEqual([0, "idle"]);
  expect(answer.version).toBeGreaterThan(version);
});

test("The page is told at most ten times a second, and the last word always", async () => {
  vi.useFakeTimers({ now: TODAY });
  try {
    const reports: Report[] = [];
    const pages = Array.from({ length: 200 }, (_, at) => [unread(`p${at}`)]);
    const reader: GuestReader = {
      count: () => Promise.resolve({ guest: 200, member: 0 }),
      guests: async function* () {
        for (const page of pages) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          yield page;
        }
      },
      signIns: () => steps([]),
    };
    const onReport = (report: Report) => reports.push(report);
    const inventory = new GuestInventory({ reader, onReport, now: () => TODAY });
    await inventory.start(DEFAULT_POLICY, "an account");
    await vi.advanceTimersByTimeAsync(200 * 11);
    await inventory.finished;
    await vi.advanceTimersByTimeAsync(200);
    expect(reports.length).toBeLessThanOrEqual(25);
    expect(reports.at(-1)?.progress).toMatchObject({ phase: "complete", read: 200 });
  } finally {
    vi.useRealTimers();
  }
});
