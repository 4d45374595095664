import { expect, test } from "vitest";
import { notAttempted, observedOutcome, whyNotSent } from "./outcomes";

test("what was not sent is told from what failed, with a sentence that says why", () => {
  expect(whyNotSent(notAttempted("the run was stopped"))).toBe("The run was stopped.");
  expect(whyNotSent(notAttempted("it could not be read first. Graph answered 503."))).toBe(
    "It could not be read first. Graph answered 503.",
  );
});

test.each([
  observedOutcome("failed", "Never sent, or not applied."),
  observedOutcome("failed", null),
  { ...notAttempted("the run was stopped"), result: "unknown" as const },
])("what failed or is not known may have been sent: %j", (outcome) => {
  expect(whyNotSent(outcome)).toBeNull();
});
