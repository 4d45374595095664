import { expect, test } from "vitest";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { answersIn, answersWord, mayHoldAnswers } from "./double-answers";

const instance = (id: string, status: string) => ({ id, status }) as ReviewInstance;
const ahead = instance("ahead", "NotStarted");
const runs = instance("runs", "InProgress");
const over = instance("over", "Applied");
const counted = new Map([
  ["runs", { decided: 0, total: 4 }],
  ["over", { decided: 2, total: 5 }],
]);

test.each([
  ["not begun", false, [ahead]],
  ["begun, no answer yet", false, [ahead, runs]],
  ["2 of 9 answered", true, [ahead, runs, over]],
  ["its answers are not counted", true, [runs, instance("another", "InProgress")]],
  ["its answers are not counted", true, null],
])("a double that is %s may hold answers: %s", (word, holds, instances) => {
  const answers = answersIn(instances, counted);
  expect([answersWord(answers), mayHoldAnswers(answers)]).toEqual([word, holds]);
});

test("before anything is counted, what has begun may hold answers", () => {
  expect(mayHoldAnswers(answersIn([runs], undefined))).toBe(true);
  expect(mayHoldAnswers(answersIn([ahead], undefined))).toBe(false);
});
