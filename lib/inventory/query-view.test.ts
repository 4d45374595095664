import { expect, test, vi } from "vitest";
import { EVERYTHING } from "./everything";
import type { GuestQuery, GuestRow, QueryAnswer } from "./inventory";
import { QueryView, WINDOW } from "./query-view";

const query = (text: string): GuestQuery => ({ ...EVERYTHING, text });

/** An inventory whose answers come when they are let go; rows are named by query, version and place. */
function desk(total: number) {
  const queries: string[] = [];
  const windows: number[] = [];
  const waiting: (() => void)[] = [];
  let version = 1;
  const inventory = {
    query: async ({ text }: GuestQuery): Promise<QueryAnswer> => {
      queries.push(text);
      const facets = {} as QueryAnswer["facets"];
      await new Promise<void>((resolve) => waiting.push(resolve));
      return { version, total, facets, unknownSets: [] };
    },
    window: ({ text }: GuestQuery, offset: number, limit: number) => {
      windows.push(offset);
      const count = Math.max(0, Math.min(limit, total - offset));
      const rows = Array.from({ length: count }, (_, at) => ({
        explanation: `${text}/${version}/${offset + at}`,
      }));
      return Promise.resolve(rows as unknown as readonly GuestRow[]);
    },
  };
  const failures: unknown[] = [];
  const view = new QueryView(inventory, (cause) => failures.push(cause));
  const answer = async () => {
    await vi.waitFor(() => {
      expect(waiting.length).toBeGreaterThan(0);
    });
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const grow = () => {
    version += 1;
    view.outdated();
  };
  const at = (index: number) => view.snapshot().rowAt(index)?.explanation;
  return { view, queries, windows, answer, grow, at, failures };
}

test("An answer brings the first window, others come when they are looked at", async () => {
  const { view, windows, answer, at } = desk(1_000);
  view.ask(query("a"));
  expect(view.snapshot()).toMatchObject({ answer: null, pending: true });
  await answer();
  expect(view.snapshot()).toMatchObject({ answer: { total: 1_000 }, pending: false });
  expect([at(0), at(99), at(500)]).toEqual(["a/1/0", "a/1/99", undefined]);
  view.snapshot().askFor(450, 520);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(at(500)).toBe("a/1/500");
  expect(windows).toEqual([0, 4 * WINDOW, 5 * WINDOW]);
});

test("While one question is under way only the latest waits behind it", async () => {
  const { view, queries, answer, at } = desk(10);
  for (const text of ["a", "ab", "abc", "abcd"]) view.ask(query(text));
  await answer();
  expect(view.snapshot().pending).toBe(true);
  await answer();
  expect(queries).toEqual(["a", "abcd"]);
  expect([at(0), view.snapshot().pending]).toEqual(["abcd/1/0", false]);
});

test("Rows of the version before stay until the new ones are here", async () => {
  const { view, answer, grow, at } = desk(10);
  const seen: (string | undefined)[] = [];
  view.ask(query("a"));
  await answer();
  view.subscribe(() => seen.push(at(3)));
  grow();
  await answer();
  expect(at(3)).toBe("a/2/3");
  expect(seen).not.toContain(undefined);
});

test("Rows of another question do not stay", async () => {
  const { view, answer, at } = desk(10);
  view.ask(query("a"));
  await answer();
  view.ask(query("b"));
  expect(at(0)).toBe("a/1/0");
  const during: (string | undefined)[] = [];
  view.subscribe(() => during.push(at(0)));
  await answer();
  expect(during).toEqual([undefined, "b/1/0"]);
});

test("The same question asked again is not asked again", async () => {
  const { view, queries, answer } = desk(10);
  view.ask(query("a"));
  await answer();
  view.ask(query("a"));
  expect(queries).toEqual(["a"]);
});

test("Who closes is not told of answers any more", async () => {
  const { view, answer } = desk(10);
  view.ask(query("a"));
  view.close();
  const listener = vi.fn();
  view.subscribe(listener);
  await answer();
  expect(listener).not.toHaveBeenCalled();
});

test("The snapshot is the same object until something changed", async () => {
  const { view, answer } = desk(10);
  view.ask(query("a"));
  await answer();
  expect(view.snapshot()).toBe(view.snapshot());
});
