import { expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/outcome";
import { combineOutcomes } from "./combine-outcomes";
import { observedOutcome } from "./outcomes";

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
  expect(combineOutcomes("block", [blocked, sessions])).toMatchObject({
    result: "partly-done",
    detail,
  });
});
