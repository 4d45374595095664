import { expect, test } from "vitest";
import { ApiError, type ApiErrorKind } from "@/lib/contract/api-error";
import type { EntriesRequest, NewEntry } from "@/lib/contract/entries";
import { appendEach, inGroups } from "./append";
import { VirtualClock } from "./testing/virtual-clock";

function outcomeOf(operationId: string, stepId?: string): NewEntry {
  return {
    ...{ id: `${operationId}/${stepId ?? "whole"}`, kind: "carried-out", operationId },
    ...{ guestId: null, ...(stepId !== undefined && { stepId }) },
    outcome: { result: "done", evidence: "reported", detail: null, requestId: null },
  };
}

const idsOf = (entries: readonly NewEntry[]) => entries.map(({ id }) => id);

test("What is said of the steps of an operation and of the whole is never in two requests", () => {
  const entries = [
    ...[outcomeOf("a", "1"), outcomeOf("b"), outcomeOf("c", "1"), outcomeOf("d", "1")],
    ...[outcomeOf("c"), outcomeOf("a", "2"), outcomeOf("a"), outcomeOf("d")],
  ];
  expect(inGroups(entries, 4).map(idsOf)).toEqual([
    ["a/1", "a/2", "a/whole", "b/whole"],
    ["c/1", "c/whole", "d/1", "d/whole"],
  ]);
  expect(inGroups(entries, 2).map(idsOf)).toEqual([
    ["a/1", "a/2", "a/whole"],
    ["b/whole", "c/1", "c/whole"],
    ["d/1", "d/whole"],
  ]);
  expect(inGroups([], 2)).toEqual([]);
});

/** A ledger that refuses some entries, and tells what it was asked to take. */
function refusing(ids: readonly string[], names: boolean, kind: ApiErrorKind = "conflict") {
  const requests: (readonly string[])[] = [];
  const append = ({ entries }: EntriesRequest) => {
    requests.push(idsOf(entries));
    const place = entries.findIndex(({ id }) => ids.includes(id));
    if (place === -1) return Promise.resolve({ receipts: [] });
    return Promise.reject(new ApiError(kind, "No", names ? `entries[${place}].outcome` : null));
  };
  return { requests, services: { append, clock: new VirtualClock() } };
}

test("An entry that the ledger names is left out, and the others stay in one request", async () => {
  const entries = ["a", "b", "c", "d"].map((id) => outcomeOf(id));
  const { requests, services } = refusing(["b/whole", "d/whole"], true);
  const { refused, unsent } = await appendEach(entries, services, []);
  expect(idsOf(refused.map(({ entry }) => entry))).toEqual(["b/whole", "d/whole"]);
  expect(unsent).toEqual([]);
  expect(requests).toEqual([
    ["a/whole", "b/whole", "c/whole", "d/whole"],
    ["a/whole", "c/whole", "d/whole"],
    ["a/whole", "c/whole"],
  ]);
});

test("Where none is named, the refused one is found by halving", async () => {
  const entries = ["a", "b", "c", "d"].map((id) => outcomeOf(id));
  const { requests, services } = refusing(["b/whole"], false);
  const { refused } = await appendEach(entries, services, []);
  expect(idsOf(refused.map(({ entry }) => entry))).toEqual(["b/whole"]);
  expect(requests.slice(1)).toEqual([
    ["a/whole", "b/whole"],
    ["a/whole"],
    ["b/whole"],
    ["c/whole", "d/whole"],
  ]);
});

test("What is no entry’s fault leaves all of them unsent, and says why", async () => {
  const entries = ["a", "b"].map((id) => outcomeOf(id));
  const { requests, services } = refusing(["b/whole"], true, "forbidden");
  const left = await appendEach(entries, services, []);
  const why = { because: "forbidden", message: "No" };
  expect(left).toEqual({ appended: [], refused: [], unsent: entries, why });
  expect(requests).toHaveLength(1);
});
