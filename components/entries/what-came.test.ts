import { expect, test } from "vitest";
import type { Outcome } from "@/lib/domain/outcome";
import { whatCame } from "./what-came";

const outcome = (result: Outcome["result"]): Outcome => ({
  ...{ result, evidence: "observed", detail: null, requestId: null },
});
const found = (result: Outcome["result"]) => ({
  ...{ operationId: "o", outcome: outcome(result), because: null },
});
const unknown = { operationId: "o", outcome: outcome("partly-done"), because: "unknown" } as const;
const not = (because: "running" | "too-early" | "not-read" | "not-recorded") => ({
  ...{ operationId: "o", outcome: null, because },
});

test("What was resolved is counted, and each reason why something was not says what to try", () => {
  expect(whatCame([found("done"), found("failed")])).toEqual({
    ...{ title: "2 operations resolved", body: "" },
  });
  expect(
    whatCame([unknown, not("running"), not("too-early"), not("running"), found("done")]),
  ).toEqual({
    title: "1 operation resolved",
    body: "2 operations not checked: a tab may still be carrying out the plan, or was closed less than three minutes ago. Try again in three minutes. 1 operation too young: Entra's audit log may not have it yet. Try again in a quarter of an hour. 1 operation still unknown: nothing proves what became of it. Its entry says what a person can do.",
  });
});
