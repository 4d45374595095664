import { describe, expect, test } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import type { Outcome } from "@/lib/domain/outcome";
import { blocked, rowWith } from "@/lib/queries/testing/some-rows";
import { correctionEntries, resultsToChoose } from "./correction-entries";

const OUTCOME: Outcome = { result: "refused", evidence: "reported", detail: null, requestId: null };
const request = { method: "PATCH", path: "/users/x", body: null } as const;
const [ID, SECOND] = [blocked.id, "00000000-0000-4000-8000-000000000002"];

/** A block of two requests; `entryId` is that of the outcome of the whole. */
function blockOfTwo(): OperationRow {
  const names = ["block", "end-sessions"];
  const steps = [ID, SECOND].map((id, at) => ({ id, name: names[at] ?? "", request }));
  return rowWith(blocked, { steps });
}

describe("What a person may choose in the place of an outcome", () => {
  test("is partly done, not done, where the second request was never begun, and never already so", () => {
    expect(resultsToChoose(blockOfTwo(), null, OUTCOME)).toEqual([
      "partly-done",
      "failed",
      "unknown",
    ]);
    expect(resultsToChoose(blockOfTwo(), SECOND, OUTCOME)).toEqual(["done", "failed", "unknown"]);
  });

  test("has done too where the history once said that the whole was done", () => {
    const said = (result: Outcome["result"]) => ({
      ...{ ...OUTCOME, result, entryId: ID },
      ...{ recordedAt: 0, recordedBy: blocked.actor, correction: null },
    });
    const row: OperationRow = { ...blockOfTwo(), earlierOutcomes: [said("done")] };
    expect(resultsToChoose(row, null, said("failed"))).toEqual([
      ...["done", "partly-done", "refused", "unknown"],
    ]);
  });

  test("is nothing where Entra's audit log proves it", () => {
    expect(resultsToChoose(blockOfTwo(), null, { ...OUTCOME, evidence: "audited" })).toEqual([]);
  });
});

test("A correction names the outcomes that its author saw, of the request and of the whole", () => {
  const recorded = {
    ...{ recordedAt: 0, recordedBy: blocked.actor, correction: null },
    ...{ ...OUTCOME, result: "done" as const },
  };
  const step = { bound: null, createdId: null, earlierOutcomes: [] };
  const row: OperationRow = {
    ...blockOfTwo(),
    outcome: { ...recorded, entryId: "whole" },
    steps: [ID, SECOND].map((stepId) => ({
      ...step,
      stepId,
      outcome: { ...recorded, entryId: `of ${stepId}` },
    })),
  };
  const correction = { stepId: SECOND, result: "failed", reason: "Sessions went on" } as const;
  const entries = correctionEntries(row, correction, { fence: 1, mintId: () => ID });
  expect(entries.map(({ outcome, replaces }) => [outcome.result, replaces])).toEqual([
    ["failed", `of ${SECOND}`],
    ["partly-done", "whole"],
  ]);
});
