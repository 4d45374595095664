import { expect, test } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import { DAY } from "@/lib/domain/time";
import { removalOf } from "./removal-of";
import { blocked, recordedOutcome } from "./testing/some-rows";

const AT = Date.UTC(2026, 10, 20, 9);
const MINUTE = 60_000;

/** A removal of g1 that was planned at an instant, and its outcome recorded a minute later. */
const removal = (at: number, result: "done" | "failed" | "already-so" = "done"): OperationRow => ({
  ...blocked,
  recordedAt: at,
  operation: { ...blocked.operation, kind: "remove" },
  outcome: { ...recordedOutcome, result, recordedAt: at + MINUTE },
});

test("The removal during which the account was deleted is the one that deleted it", () => {
  const mine = removal(AT);
  expect(removalOf([removal(AT + DAY), mine], "g1", AT + MINUTE / 2)).toBe(mine);
});

test.each([
  ["of another guest", [removal(AT)], "g2", AT],
  ["that did not succeed", [removal(AT, "failed")], "g1", AT],
  ["that found the account deleted", [removal(AT, "already-so")], "g1", AT],
  ["that was restored before somebody else removed them", [removal(AT)], "g1", AT + 3 * DAY],
  ["whose day is not known", [removal(AT)], "g1", null],
] as const)("A removal %s is not", (_what, rows, guestId, deletedAt) => {
  expect(removalOf(rows, guestId, deletedAt)).toBeNull();
});
