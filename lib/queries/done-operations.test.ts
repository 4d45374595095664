import { expect, test } from "vitest";
import type { OperationRow } from "@/lib/contract/history";
import { blocked, recordedOutcome } from "@/lib/queries/testing/some-rows";
import type { CallApi } from "@/lib/services/api";
import { readDone, readStandsAgainst } from "./done-operations";

interface Change extends Partial<Pick<OperationRow, "outcome">> {
  readonly planId?: string;
  readonly kind?: OperationRow["operation"]["kind"];
  readonly by?: string;
  readonly undoes?: string;
}

function row(seq: number, guest: string, change: Change = {}): OperationRow {
  const { planId = "plan-1", kind = "block", by = "grace", undoes = null, ...more } = change;
  return {
    ...blocked,
    operation: {
      ...{ ...blocked.operation, id: `entry-${seq}`, planId, kind, undoes },
      steps: blocked.operation.steps.map((step) => ({ ...step, name: kind })),
    },
    actor: { ...blocked.actor, id: by },
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
    const guest = searchParams.get("guest");
    const result = searchParams.get("result");
    const found = rows
      .filter((each) => guest === null || each.guest?.id.toLowerCase() === guest.toLowerCase())
      .filter(
        ({ operation, recordedAt, outcome }) =>
          (plan === null || (operation.planId === plan && outcome?.result === result)) &&
          (from === null || recordedAt >= Date.parse(from)),
      );
    return Promise.resolve({ rows: found.toReversed(), next: null });
  }) as CallApi;
}

/** Only the last request of a block, as a second try of it sends it. */
function restOfBlock(seq: number, guest: string): OperationRow {
  const whole = row(seq, guest);
  const steps = whole.operation.steps.map((step) => ({ ...step, name: "end-sessions" }));
  return { ...whole, operation: { ...whole.operation, steps } };
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
  expect(done.map(({ guest, against }) => [guest.id, against])).toEqual([
    ["ben", null],
    ["ada", "changed-since"],
  ]);
});

test.each<[string, Change, boolean]>([
  ["a decision to keep", { ...other, kind: "keep", outcome: null }, false],
  ["a mail that was sent again", { ...other, kind: "resend" }, false],
  ["what Microsoft refused", answered("refused"), false],
  ["what failed", answered("failed"), false],
  ["what nobody knows the end of", answered("unknown"), true],
  ["what has no outcome yet", { ...other, outcome: null }, true],
  ["what a colleague found already done", { ...answered("already-so"), by: "olga" }, true],
  ["what the same person’s other tab found already done", answered("already-so"), false],
  ["the opposite, found already done", { ...answered("already-so"), kind: "unblock" }, true],
])("%s since: changed %s", async (_what, change, changed) => {
  const done = await readDone(apiOf([row(1, "ADA"), row(2, "ada", change)]), "plan-1");
  expect(done.map(({ against }) => against)).toEqual([changed ? "changed-since" : null]);
});

test("what was decided before does not count, and of a plan without effect nothing is read", async () => {
  const rows = [row(1, "ada", other), row(2, "ada")];
  expect((await readDone(apiOf(rows), "plan-1"))[0]?.against).toBeNull();
  expect(await readDone(apiOf([]), "plan-1")).toEqual([]);
});

test("nothing of a plan whose operations only found it done can be taken back", async () => {
  const second = row(2, "ada", { planId: "plan-2", outcome: answered("already-so").outcome });
  expect(await readDone(apiOf([row(1, "ada"), second]), "plan-2")).toEqual([]);
});

test("what was only the rest of a block changed nothing that is taken back, and nothing stands against that", async () => {
  const rest = restOfBlock(1, "ada");
  const rows = [rest, row(2, "ben"), row(3, "ada", { ...other, kind: "unblock" })];
  expect((await readDone(apiOf(rows), "plan-1")).map(({ guest }) => guest.id)).toEqual(["ben"]);
  expect(await readStandsAgainst(apiOf(rows), rest)).toBeNull();
});

test("an operation says which one took it back, also where another one changed the guest since", async () => {
  const block = row(1, "ada");
  const rows = [
    block,
    row(2, "ben", { ...other, kind: "unblock", undoes: "entry-1" }),
    row(3, "ada", { ...other, kind: "resend" }),
    row(4, "ada", { ...other, kind: "unblock", undoes: "entry-1" }),
    row(5, "ada", { planId: "plan-3" }),
  ];
  expect((await readStandsAgainst(apiOf(rows), block))?.id).toBe("entry-4");
  const without = rows.filter(({ id }) => id !== "entry-4");
  expect((await readStandsAgainst(apiOf(without), block))?.id).toBe("entry-5");
  expect(await readStandsAgainst(apiOf(rows.slice(0, 3)), block)).toBeNull();
});

test("what another tab has taken back already is told from what was changed otherwise", async () => {
  const undo = { ...other, kind: "unblock", undoes: "entry-1" } as const;
  const rows = [row(1, "ada"), row(2, "ada", { ...undo, outcome: null }), row(3, "ada", other)];
  expect((await readDone(apiOf(rows), "plan-1"))[0]?.against).toBe("taken-back");
});

test("of two undos that earlier versions took, the first one is what took it back", async () => {
  const undo = { ...other, kind: "unblock", undoes: "entry-1" } as const;
  const block = row(1, "ada");
  const rows = [
    block,
    row(2, "ada", undo),
    row(3, "ada", { planId: "plan-3" }),
    row(4, "ada", undo),
  ];
  expect((await readStandsAgainst(apiOf(rows), block))?.id).toBe("entry-2");
});

test("a colleague’s block that waited while this one was done, and found it done, stands against its undo", async () => {
  const at = (recordedAt: number) => ({ ...recordedOutcome, recordedAt });
  const theirs = (outcome: OperationRow["outcome"]) =>
    row(1, "ada", { ...other, by: "olga", outcome });
  const mine = row(2, "ada", { outcome: at(3_000) });
  const against = async (outcome: OperationRow["outcome"]) =>
    (await readStandsAgainst(apiOf([theirs(outcome), mine]), mine))?.id;
  expect(await against({ ...at(4_000), result: "already-so" })).toBe("entry-1");
  expect(await against(null), "it may still be sent").toBe("entry-1");
  expect(await against(at(1_500))).toBeUndefined();
  const [done] = await readDone(apiOf([theirs(null), mine]), "plan-1");
  expect(done?.against).toBe("changed-since");
});

test("a colleague’s block that found it done stands against its undo, also where its sessions were not ended", async () => {
  const mine = row(1, "ada");
  const theirs = row(2, "ada", { ...answered("failed"), by: "olga" });
  const step = { bound: null, createdId: null, earlierOutcomes: [] };
  const found = { ...recordedOutcome, result: "already-so" as const };
  const steps = [{ ...step, stepId: theirs.id, outcome: found }];
  const against = await readStandsAgainst(apiOf([mine, { ...theirs, steps }]), mine);
  expect(against?.id).toBe("entry-2");
});
