import { expect, test } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import { type DeletedGuest, removerOf, removerText } from "./deleted-guest";

const AT = Date.UTC(2026, 10, 20, 9);
const deleted = (deletedAt: number | null) =>
  ({ guest: { id: "g1" }, deletedAt, goneAt: null }) as unknown as DeletedGuest;
const removal = (outcome: OperationRow["outcome"], recordedAt = AT): OperationRow => ({
  ...blocked,
  recordedAt,
  operation: { ...blocked.operation, kind: "remove" },
  outcome,
});
const wordsFor = (rows: readonly OperationRow[], deletedAt: number | null = AT + 1_000) =>
  removerText(removerOf({ data: [...rows], isError: false }, deleted(deletedAt)));

test.each([
  ["has no outcome yet", removal(null)],
  ["has an outcome that is not known", removal({ ...recordedOutcome, result: "unknown" })],
])("Whom a removal of the history that %s is about was perhaps removed by it", (_what, row) => {
  expect(wordsFor([row])).toBe("Not known yet");
});

test("Who was deleted at a time that is not known was removed by nobody knows whom", () => {
  expect(wordsFor([], null)).toBe("Not known yet");
});

test("Whom no removal of the history can have deleted was not removed with Guestlist", () => {
  expect(wordsFor([])).toBe("Not with Guestlist");
  expect(wordsFor([removal(null, AT + 3_600_000)])).toBe("Not with Guestlist");
});
