import { expect, test } from "vitest";
import { inHistoryTitle, recordedToast } from "./recording-labels";

test.each([
  ["too-many", "Too much was recorded within an hour."],
  ["forbidden", "You need the app role Governance.Operator."],
  ["no-answer", "The history didn't answer."],
] as const)("Results that were not all recorded say why: %s", (stopped, said) => {
  const { title, body } = recordedToast({ recorded: 1200, repeated: 0, stopped });
  expect(title).toBe("Only 1,200 results saved in the history");
  expect(body).toBe(`${said} Save them again: nothing is written twice.`);
});

test.each([
  ["all of the history was looked through", 3, true, "3 of 5 results are in the history"],
  ["only a part of it was", 3, false, "At least 3 of 5 results are in the history"],
  ["all were found in that part", 5, false, "All 5 results are in the history"],
] as const)("How many results are in the history when %s", (_title, found, complete, expected) => {
  expect(inHistoryTitle(found, 5, complete)).toBe(expected);
});
