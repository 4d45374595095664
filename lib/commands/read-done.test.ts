import { expect, test } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import type { CallApi } from "@/lib/services/api";
import { readDone } from "./read-done";

interface Change extends Partial<Pick<OperationRow, "outcome">> {
  readonly planId?: string;
  readonly kind?: OperationRow["operation"]["kind"];
}

function row(seq: number, guest: string, change: Change = {}): OperationRow {
  const { planId = "plan-1", kind = "block", ...more } = change;
  return {
    ...blocked,
    operation: { ...blocked.operation, planId, kind },
    id: `entry-${seq}`,
    seq,
    recordedAt: seq * 1_000,
    guest: { id: guest, displayName: guest, mail: null },
    outcome: { ...recordedOutcome, result: "done" },
    ...more,
  };
}

/** A history that knows the filters which are used here. */
function apiOf(rows: readonly OperationRow[]): CallApi {
  return ((path: string) => {
    const { searchParams } = new URL(path, "https://guestlist.test");
    const [plan, from] = [searchParams.get("plan"), searchParams.get("from")];
    const result = searchParams.get("result");
    const found = rows.filter(
      ({ operation, recordedAt, outcome }) =>
        (plan === null || (operation.planId === plan && outcome?.result === result)) &&
        (from === null || recordedAt >= Date.parse(from)),
    );
    return Promise.resolve({ rows: found, next: null });
  }) as CallApi;
}

const other = { planId: "plan-2" };
const answered = (result: "failed" | "refused" | "unknown" | "already-so") => ({
  ...other,
  outcome: { ...recordedOutcome, result },
});

test("what a colleague has blocked again since is not taken back with the first block", async () => {
  const rows = [
    row(1, "ada"),
    row(2, "ben"),
    row(3, "ada", { ...other, kind: "unblock" }),
    row(4, "ada", { planId: "plan-3" }),
  ];
  const done = await readDone(apiOf(rows), "plan-1");
  expect(done.map(({ guest, changedSince }) => [guest.id, changedSince])).toEqual([
    ["ada", true],
    ["ben", false],
  ]);
});

test.each<[string, Change, boolean]>([
  ["a decision to keep", { ...other, kind: "keep", outcome: null }, false],
  ["a mail that was sent again", { ...other, kind: "resend" }, false],
  ["what Microsoft refused", answered("refused"), false],
  ["what failed", answered("failed"), false],
  ["what nobody knows the end of", answered("unknown"), true],
  ["what has no outcome yet", { ...other, outcome: null }, true],
  ["what was already done", answered("already-so"), true],
])("%s since: changed %s", async (_what, change, changed) => {
  const done = await readDone(apiOf([row(1, "ADA"), row(2, "ada", change)]), "plan-1");
  expect(done.map(({ changedSince }) => changedSince)).toEqual([changed]);
});

test("what was decided before does not count, and of a plan without effect nothing is read", async () => {
  const rows = [row(1, "ada", other), row(2, "ada")];
  expect((await readDone(apiOf(rows), "plan-1"))[0]?.changedSince).toBe(false);
  expect(await readDone(apiOf([]), "plan-1")).toEqual([]);
});
