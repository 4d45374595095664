import { expect, test } from "vitest";
import type { Graph } from "../graph";
import { page, say, scripted } from "../testing/scripted-graph";
import "../jitless";
import { z } from "zod";
import { readReviewPages } from "./read-review-pages";

const schema = z.object({ id: z.string() });

async function read(graph: Graph) {
  const ids: string[] = [];
  let expected: number | null = null;
  for await (const each of readReviewPages(graph, "/rows", { schema })) {
    ids.push(...each.items.map(({ id }) => id));
    ({ expected } = each);
  }
  return { ids, expected };
}

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${from + index}` }));
const inBatch = (...pages: readonly (readonly [string, unknown])[]) =>
  say({ responses: pages.map(([id, value]) => ({ id, status: 200, body: { value } })) });

test("Links are followed, and a short last page ends the reading", async () => {
  const { graph, sent } = scripted(
    page("a", "https://graph.microsoft.com/v1.0/rows?$skiptoken=1"),
    page("b"),
  );
  expect(await read(graph)).toEqual({ ids: ["a", "b"], expected: null });
  expect(sent.length).toBe(2);
});

test("A full page without a link is followed by skipping, until a page is short", async () => {
  const { graph, sent } = scripted(
    say({ value: rows(0, 100) }),
    inBatch(["100", rows(100, 100)]),
    inBatch(["200", rows(200, 3)]),
  );
  expect((await read(graph)).ids).toEqual(rows(0, 203).map(({ id }) => id));
  expect(sent.length).toBe(3);
});

test("A service that does not skip is asked once more and not for ever", async () => {
  const { graph, sent } = scripted(say({ value: rows(0, 100) }), inBatch(["100", rows(0, 100)]));
  expect((await read(graph)).ids.length).toBe(100);
  expect(sent.length).toBe(2);
});

test("Where there are many, ten pages are asked for at once", async () => {
  const { graph, sent } = scripted(
    say({ value: rows(0, 100), "@odata.count": 450 }),
    inBatch(
      ["300", rows(300, 100)],
      ["100", rows(100, 100)],
      ["400", rows(400, 50)],
      ["200", rows(199, 100)],
    ),
  );
  const { ids, expected } = await read(graph);
  // One row that stood on two pages is read once, and its neighbour is missed: the count shows it.
  expect([ids.length, new Set(ids).size, expected]).toEqual([449, 449, 450]);
  expect(sent.length).toBe(2);
});

test("A number that is only the page's own is no total", async () => {
  const { graph } = scripted(say({ value: rows(0, 7), "@odata.count": 7 }));
  expect((await read(graph)).expected).toBeNull();
});

test("A page that is refused in a batch ends the reading", async () => {
  const error = { code: "Authorization_RequestDenied" };
  const { graph } = scripted(
    say({ value: rows(0, 100) }),
    say({ responses: [{ id: "100", status: 403, body: { error } }] }),
  );
  await expect(read(graph)).rejects.toMatchObject({ kind: "forbidden" });
});
