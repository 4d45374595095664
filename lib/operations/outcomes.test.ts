import { expect, test } from "vitest";
import { combineOutcomes, notAttempted, observedOutcome, whyNotSent } from "./outcomes";
import { handlerOf } from "./registry";
import type { Outcome } from "@/lib/domain/outcome";

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

const blocked = { stepId: "1", name: "block", outcome: observedOutcome("done", null) };

test.each<[string, Outcome]>([
  [
    // Somebody has unblocked the guest between the two requests.
    "The account is no longer blocked. The sessions were not ended.",
    observedOutcome("refused", "The account is no longer blocked."),
  ],
  [
    "Sign-in is blocked, but sessions were not ended. Insufficient privileges.",
    { ...observedOutcome("refused", "Insufficient privileges."), evidence: "reported" },
  ],
  [
    "Sign-in is blocked. Whether the sessions were ended is not known.",
    { ...observedOutcome("unknown", null), evidence: "reported" },
  ],
])("A block whose sessions were not ended says what is so now first: %s", (detail, outcome) => {
  const sessions = { stepId: "2", name: "end-sessions", outcome };
  expect(combineOutcomes(handlerOf("block"), [blocked, sessions])).toMatchObject({
    result: "partly-done",
    detail,
  });
});
