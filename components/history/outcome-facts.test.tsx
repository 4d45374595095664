import { expect, test } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import { stepFacts } from "./outcome-facts";

const rowOf = (
  result: string | null,
  earlier: readonly string[] = [],
  correction: string | null = null,
) =>
  ({
    operation: { kind: "block" },
    outcome: result === null ? null : { result },
    earlierOutcomes: earlier.map((before) => ({ result: before, correction })),
  }) as unknown as OperationRow;

test.each([
  ["done", /^Not sent: it has no effect on a guest who signs in with an account of another/],
  ["refused", /^Not begun$/],
  ["unknown", /^Unknown$/],
  [null, /^Unknown$/],
])("The end of sessions that was not sent, of a block that is %s, says why", (result, words) => {
  const about = { index: 1, name: "end-sessions", row: rowOf(result) };
  expect(stepFacts(undefined, about)).toEqual([
    { name: "Result", fact: expect.stringMatching(words) as string },
  ]);
});

test("What a person says of a block since does not change why its sessions were not ended", () => {
  const about = { index: 1, name: "end-sessions", row: rowOf("failed", ["done"]) };
  expect(stepFacts(undefined, about)).toEqual([
    { name: "Result", fact: expect.stringMatching(/^Not sent: it has no effect/) as string },
  ]);
});

test("That a person once called a block done does not say that there were no sessions to end", () => {
  const about = { index: 1, name: "end-sessions", row: rowOf("unknown", ["done"], "I saw it") };
  expect(stepFacts(undefined, about)).toEqual([{ name: "Result", fact: "Unknown" }]);
});
