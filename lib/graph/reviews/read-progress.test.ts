import { expect, test } from "vitest";
import { say, scripted } from "../testing/scripted-graph";
import { readProgress } from "./read-progress";

const ref = (instanceId: string) => ({ reviewId: "r", instanceId });
const rows = (count: number, decision: string) =>
  Array.from({ length: count }, () => ({ id: "x", decision }));
const MORE = { "@odata.nextLink": "https://graph.microsoft.com/v1.0/next" };
const batch = (answers: Record<string, unknown>) =>
  say({
    responses: Object.entries(answers).map(([id, body]) => ({
      id,
      status: 200,
      headers: {},
      body,
    })),
  });
const asObject = (progress: ReadonlyMap<string, unknown>) => Object.fromEntries(progress);

test("instances of a page are counted in one request", async () => {
  const value = [...rows(2, "Approve"), ...rows(1, "DontKnow"), ...rows(3, "NotReviewed")];
  const { graph, sent } = scripted(batch({ one: { value }, two: { value: [] } }));
  expect(asObject(await readProgress(graph, [ref("one"), ref("two")]))).toEqual({
    one: { decided: 3, total: 6 },
    two: { decided: 0, total: 0 },
  });
  expect(sent).toHaveLength(1);
});

test("denials that could not be applied are counted, as far as they are on the first page", async () => {
  const denied = (applyResult: string) => ({ id: "x", decision: "Deny", applyResult });
  const value = [
    denied("ApplyNotSupported"),
    denied("AppliedWithUnknownFailure"),
    denied("AppliedSuccessfully"),
    { id: "x", decision: "Approve", applyResult: "ApplyNotSupported" },
  ];
  const { graph } = scripted(batch({ one: { value } }));
  expect(asObject(await readProgress(graph, [ref("one")]))).toEqual({
    one: { decided: 4, total: 4, notApplied: 2 },
  });
});

test("of a longer one only the numbers are asked for", async () => {
  const { graph, sent } = scripted(
    batch({ long: { ...MORE, "@odata.count": 10_000, value: rows(100, "Deny") } }),
    batch({ long: { ...MORE, "@odata.count": 4_000, value: rows(100, "NotReviewed") } }),
  );
  expect(asObject(await readProgress(graph, [ref("long")]))).toEqual({
    long: { decided: 6_000, total: 10_000 },
  });
  expect(sent).toHaveLength(2);
});

test("exactly one full page is counted: nothing follows it", async () => {
  const value = [...rows(97, "Deny"), ...rows(3, "NotReviewed")];
  const { graph, sent } = scripted(batch({ full: { "@odata.count": 100, value } }));
  expect(asObject(await readProgress(graph, [ref("full")]))).toEqual({
    full: { decided: 97, total: 100 },
  });
  expect(sent).toHaveLength(1);
});

test("a count of the page's own rows says nothing, so the numbers are lower bounds", async () => {
  const { graph, sent } = scripted(
    batch({ long: { ...MORE, "@odata.count": 100, value: rows(100, "Deny") } }),
  );
  expect(asObject(await readProgress(graph, [ref("long")]))).toEqual({
    long: { decided: 100, total: 100, atLeast: true },
  });
  expect(sent).toHaveLength(1);
});

test("where the undecided ones are not counted, what the first page shows is a lower bound", async () => {
  const { graph } = scripted(
    batch({ long: { ...MORE, "@odata.count": 10_000, value: rows(100, "Deny") } }),
    batch({ long: { ...MORE, "@odata.count": 100, value: rows(100, "NotReviewed") } }),
  );
  expect(asObject(await readProgress(graph, [ref("long")]))).toEqual({
    long: { decided: 100, total: 10_000, atLeast: true },
  });
});

test("an instance that may not be read is missing", async () => {
  const responses = [{ id: "one", status: 403, headers: {}, body: { error: { code: "no" } } }];
  const { graph } = scripted(say({ responses }));
  expect(asObject(await readProgress(graph, [ref("one")]))).toEqual({});
});
