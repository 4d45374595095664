import { expect, test } from "vitest";
import { answersIn, mayHoldAnswers } from "./duplicate-answers";
import type { ReviewInstance } from "./review";

const instance = (id: string, status: string) => ({ id, status }) as ReviewInstance;
const ahead = instance("ahead", "NotStarted");
const runs = instance("runs", "InProgress");
const over = instance("over", "Applied");
const counted = new Map([
  ["runs", { decided: 0, total: 4 }],
  ["over", { decided: 2, total: 5 }],
]);

test.each([
  ["not begun", "not-begun", false, [ahead]],
  ["begun without an answer", { decided: 0, total: 4 }, false, [ahead, runs]],
  ["answered in part", { decided: 2, total: 9 }, true, [ahead, runs, over]],
  ["not counted in one instance", "unread", true, [runs, instance("another", "InProgress")]],
  ["not read", "unread", true, null],
])("a duplicate that is %s: %j; it may hold answers: %s", (_what, expected, holds, instances) => {
  const answers = answersIn(instances, counted);
  expect(answers).toEqual(expected);
  expect(mayHoldAnswers(answers)).toBe(holds);
});

test("before anything is counted, what has begun may hold answers", () => {
  expect(mayHoldAnswers(answersIn([runs], undefined))).toBe(true);
  expect(mayHoldAnswers(answersIn([ahead], undefined))).toBe(false);
});
