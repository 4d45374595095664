import { expect, test } from "vitest";
import type { OperationState } from "@/lib/runner/run";
import { answerProblem, answerWords } from "./answer-labels";

const outcome = { evidence: "reported", detail: null, requestId: null } as const;

test.each<[OperationState, string, RegExp | null]>([
  ["waiting", "waiting", null],
  [{ ...outcome, result: "done" }, "sent", null],
  [{ ...outcome, result: "already-so" }, "already done", null],
  [
    { ...outcome, result: "refused", detail: "The instance has ended." },
    "refused",
    /^Your answer is not in the review\. The instance has ended\.$/,
  ],
  [{ ...outcome, result: "unknown" }, "sent, no reply yet", /nothing is sent twice/],
  [
    { stopped: { kind: "ledger-unavailable" } },
    "not sent",
    /^Your answer is not in the review\. The history cannot be written/,
  ],
])("An answer that is %o is '%s'", (state, words, said) => {
  expect(answerWords(state)).toBe(words);
  if (said === null) expect(answerProblem(state, "the review")).toBeNull();
  else expect(answerProblem(state, "the review")).toMatch(said);
});
