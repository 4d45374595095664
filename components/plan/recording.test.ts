import { expect, test } from "vitest";
import type { OperationState, RunResult } from "@/lib/runner/run";
import { notWrittenWords, recordingOf } from "./recording";

const done = { result: "done", evidence: "reported", detail: null, requestId: null } as const;
const over: RunResult = { results: [], stopped: null };

test.each<[string, number, readonly OperationState[], RunResult | null, string]>([
  ["nothing waits", 0, [done], null, "all"],
  ["some wait while others are sent", 12, [done, "sending", "waiting"], null, "on-their-way"],
  ["some wait and nothing is sent", 3, [done, done], null, "held-up"],
  ["the run is over and some wait", 3, [done], over, "given-up"],
  ["the run is over and nothing waits", 0, [done], over, "all"],
])("when %s of the outcomes", (_title, unsaved, states, result, expected) => {
  const named = new Map(states.map((state, index) => [`${index}`, state]));
  expect(recordingOf({ unsaved, states: named, result })).toBe(expected);
});

test("one and many are told apart", () => {
  expect(notWrittenWords(1)).toMatch(/^1 outcome is not in the history yet; it is kept/);
  expect(notWrittenWords(1_200)).toMatch(/^1,200 outcomes are not in the history yet; they are/);
});
