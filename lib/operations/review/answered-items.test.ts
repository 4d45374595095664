import { expect, test } from "vitest";
import type { ReviewItem } from "@/lib/domain/reviews/review";
import { AnsweredItems, type Items } from "./answered-items";

/** An instance of a number of items, of which the plan answers the first; time passes when the test says so. */
function fixture({
  planned,
  size = planned,
}: {
  readonly planned: number;
  readonly size?: number;
}) {
  let now = 0;
  const ids = Array.from({ length: size }, (_, index) => `Item-${index}`);
  const there = new Set(ids);
  /** Decided by somebody else. */
  const theirs = new Set<string>();
  const read: (number | "all")[] = [];
  const of = (itemIds: readonly string[]): Items =>
    new Map(
      itemIds.filter((id) => there.has(id)).map((id) => [id.toLowerCase(), { id } as ReviewItem]),
    );
  const may = { readOne: true, readAny: true };
  const source = {
    some: (itemIds: readonly string[]) => {
      read.push(itemIds.length);
      if (!may.readAny) return Promise.reject(new Error("no"));
      return Promise.resolve(may.readOne ? of(itemIds) : new Map());
    },
    all: () => {
      read.push("all");
      return may.readAny
        ? Promise.resolve(of(ids.filter((id) => !theirs.has(id))))
        : Promise.reject(new Error("no"));
    },
  };
  const clock = { now: () => (now += 0.001) };
  const items = new AnsweredItems(ids.slice(0, planned), source, clock);
  const ask = (place: number, since = 0, prefetchBefore = 0) =>
    items.item(`Item-${place}`, since, prefetchBefore);
  const pass = (milliseconds: number) => {
    now += milliseconds;
    return now;
  };
  return { ask, read, may, pass, there, theirs };
}

test("requests of one microtask are read together, with those recorded with them and no others", async () => {
  const { ask, read, pass } = fixture({ planned: 300, size: 3_000 });
  await ask(0);
  const since = pass(1);
  await Promise.all([ask(0, since, since), ask(1, since, since), ask(2, since, since)]);
  await Promise.all(Array.from({ length: 97 }, (_, index) => ask(index + 3, since, since)));
  await ask(100, since, since);
  expect(read).toEqual(["all", 100, 100]);
});

test("a request for a later reading gets its own, with what is out of date of the others", async () => {
  const { ask, read, pass } = fixture({ planned: 60 });
  await ask(0);
  const since = pass(5_000);
  await ask(40, since, since - 15_000);
  expect(read, "the others are young enough").toEqual([60, 1]);
  const later = pass(20_000);
  await ask(50, later, later - 15_000);
  expect(read, "those before it are not asked for").toEqual([60, 1, 10]);
});

test("what has been read before is looked for again alone", async () => {
  const { ask, read, pass } = fixture({ planned: 60 });
  await ask(0);
  const since = pass(60_000);
  await Promise.all([ask(3, since), ask(50, since)]);
  expect(read).toEqual([60, 2]);
});

test("of many it is first read which there are; then whatever asks less, all pages or some items", async () => {
  const large = fixture({ planned: 500, size: 5_000 });
  await large.ask(0);
  const since = large.pass(1);
  await large.ask(100, since, since);
  await Promise.all(Array.from({ length: 499 }, (_, index) => large.ask(index, 10)));
  await Promise.all(Array.from({ length: 500 }, (_, index) => large.ask(index, 20)));
  expect(large.read).toEqual(["all", 100, 499, "all"]);
  const runner = fixture({ planned: 500, size: 1_000 });
  await runner.ask(0);
  const later = runner.pass(1);
  await runner.ask(100, later, later);
  await runner.ask(101, runner.pass(1));
  expect(runner.read).toEqual(["all", "all", 1]);
});

test("what others decide is not there, though it can be read by its id", async () => {
  const { ask, theirs, pass } = fixture({ planned: 100 });
  theirs.add("Item-50");
  expect(await ask(50)).toBeUndefined();
  expect(await ask(50, pass(1))).toBeUndefined();
  expect(await ask(51, pass(1))).toMatchObject({ id: "Item-51" });
});

test("who may not read an item by its id reads all that they decide", async () => {
  const { ask, read, may, pass } = fixture({ planned: 30 });
  may.readOne = false;
  expect(await ask(0)).toMatchObject({ id: "Item-0" });
  expect(await ask(1, pass(10))).toMatchObject({ id: "Item-1" });
  expect(read).toEqual([30, "all", "all"]);
});

test("an item that is gone is not there, and the others are still read one by one", async () => {
  const { ask, read, there, pass } = fixture({ planned: 30 });
  there.delete("Item-7");
  expect(await ask(7)).toBeUndefined();
  expect(await ask(7, pass(10))).toBeUndefined();
  expect(await ask(8, pass(10))).toMatchObject({ id: "Item-8" });
  expect(read).toEqual([23, 1, 1]);
  // Items before the first requested one are not read with it.
  expect(await ask(0)).toMatchObject({ id: "Item-0" });
});

test("a failed reading is not shared with the next request", async () => {
  const { ask, may } = fixture({ planned: 30 });
  may.readAny = false;
  await expect(ask(0)).rejects.toThrow("no");
  may.readAny = true;
  expect(await ask(0)).toMatchObject({ id: "Item-0" });
  const whole = fixture({ planned: 500 });
  whole.may.readAny = false;
  await expect(whole.ask(0)).rejects.toThrow("no");
  whole.may.readAny = true;
  expect(await whole.ask(0)).toMatchObject({ id: "Item-0" });
});
