import { expect, test } from "vitest";
import { isUnderWay, mayRun, phaseOf, REVIEW_STATUSES } from "./review-status";

test.each([
  ["Initializing", "ahead"],
  ["NotStarted", "ahead"],
  ["Starting", "ahead"],
  ["InProgress", "running"],
  ["Completing", "over"],
  ["Completed", "over"],
  ["AutoReviewing", "over"],
  ["AutoReviewed", "over"],
  ["Applying", "over"],
  ["Applied", "over"],
  ["Unknown: Paused", "unknown"],
  ["Unknown", "unknown"],
] as const)("A review that is %s is %s", (status, phase) => {
  expect(phaseOf(status)).toBe(phase);
});

test("Every documented status belongs to a phase", () => {
  expect(REVIEW_STATUSES.filter((status) => phaseOf(status) === "unknown")).toEqual([]);
});

test("A review of an unknown status is not said to cover anybody, and may take access away", () => {
  expect(isUnderWay({ status: "Unknown: Paused" })).toBe(false);
  expect(mayRun({ status: "Unknown: Paused" })).toBe(true);
  expect(isUnderWay({ status: "NotStarted" })).toBe(true);
  expect(mayRun({ status: "Completing" })).toBe(false);
});
