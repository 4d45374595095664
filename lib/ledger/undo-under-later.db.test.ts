import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { OperationKind } from "@/lib/domain/operation";
import type { Result } from "@/lib/domain/outcome";
import type { Caller } from "./caller";
import { acquireLease, releaseLease } from "./leases";
import { ledgerOfFile } from "./testing/fresh-database";
import { carriedOut, planned, somebody } from "./testing/requests";

const { database, record } = ledgerOfFile();

type Planned = ReturnType<typeof planned>;

const undoOf = ({ operation }: Planned) =>
  planned("unblock", { guestId: operation.guestId, undoes: operation.id });

describe("An undo of an operation that something was recorded after", () => {
  /** A block that is done, and what is recorded of the same guest next. */
  async function doneThen(...after: readonly ((block: Planned, by: Caller) => Promise<void>)[]) {
    const caller = somebody();
    const block = planned();
    await record(caller, block, carriedOut(block));
    for (const each of after) await each(block, caller);
    return { caller, block };
  }

  const onSameGuest =
    (kind: OperationKind, result: Result | null, by?: (caller: Caller) => Caller) =>
    async ({ operation: { guestId } }: Planned, caller: Caller) => {
      const later = planned(kind, { guestId, tenantId: caller.tenantId });
      const outcome = result === null ? [] : [carriedOut(later, result)];
      await record(by?.(caller) ?? caller, later, ...outcome);
    };

  const colleague = ({ tenantId }: Caller) => somebody("Governance.Operator", tenantId);

  const undone =
    (result: Result | null): ((block: Planned, caller: Caller) => Promise<void>) =>
    async (block, caller) => {
      const undo = undoOf(block);
      await record(caller, undo, ...(result === null ? [] : [carriedOut(undo, result)]));
    };

  it.each(["done", "already-so", "unknown", null] as const)(
    "is refused where an undo of it is recorded already (%s)",
    async (result) => {
      const { caller, block } = await doneThen(undone(result));
      await expect(record(colleague(caller), undoOf(block))).rejects.toMatchObject({
        kind: "conflict",
        field: "entries[0].operation.undoes",
        message: "It has been taken back already, or may have been.",
      });
    },
  );

  it.each(["failed", "refused"] as const)(
    "is taken again where the undo before it %s",
    async (result) => {
      const { caller, block } = await doneThen(undone(result));
      expect((await record(caller, undoOf(block))).receipts).toHaveLength(1);
    },
  );

  it.each<[string, OperationKind, Result | null, ((caller: Caller) => Caller)?]>([
    ["a removal", "remove", "done"],
    ["a removal of which nothing is known yet", "remove", null],
    ["a colleague's block, who found it done", "block", "already-so", colleague],
  ])("is refused under %s", async (_, kind, result, by) => {
    const { caller, block } = await doneThen(onSameGuest(kind, result, by));
    await expect(record(caller, undoOf(block))).rejects.toMatchObject({
      kind: "conflict",
      message: "Another operation changed this account since, or may have.",
    });
  });

  it.each<[string, OperationKind, Result | null]>([
    ["a removal that failed", "remove", "failed"],
    ["a keeping", "keep", null],
    ["an invitation", "resend", "done"],
    ["an answer about the same guest in a review", "answer-item", "done"],
    ["the same person's block in another tab, which found it done", "block", "already-so"],
  ])("is taken after %s", async (_, kind, result) => {
    const { caller, block } = await doneThen(onSameGuest(kind, result));
    expect((await record(caller, undoOf(block))).receipts).toHaveLength(1);
  });

  /** A colleague's block, recorded before mine of the same guest; their run goes on while I block, or is long over. */
  async function blockedTwice(theirRun: "goes on" | "is over") {
    const caller = somebody();
    const by = colleague(caller);
    const theirs = planned();
    const { guestId, planId } = theirs.operation;
    const lease = { planId, session: randomUUID() };
    const { fence } = await acquireLease(lease, by, database());
    await record(by, theirs);
    if (theirRun === "is over") await releaseLease(lease, by, database());
    const mine = planned("block", { guestId });
    await record(caller, mine, carriedOut(mine));
    const heard = (result: Result) => record(by, { ...carriedOut(theirs, result), fence });
    return { caller, mine, heard };
  }

  it("is refused while a colleague’s that was recorded before it may still be sent", async () => {
    const { caller, mine } = await blockedTwice("goes on");
    await expect(record(caller, undoOf(mine))).rejects.toMatchObject({ kind: "conflict" });
  });

  it("is refused where a colleague’s that was recorded before it found it done afterwards", async () => {
    const { caller, mine, heard } = await blockedTwice("goes on");
    await heard("already-so");
    await expect(record(caller, undoOf(mine))).rejects.toMatchObject({ kind: "conflict" });
  });

  it.each(["done", "unknown", null] as const)(
    "is taken where the run of what was recorded before it was over, whenever it is heard of (%s)",
    async (result) => {
      const { caller, mine, heard } = await blockedTwice("is over");
      if (result !== null) await heard(result);
      expect((await record(caller, undoOf(mine))).receipts).toHaveLength(1);
    },
  );

  it("is taken where what was recorded before it was heard of before it, too", async () => {
    const caller = somebody();
    const first = planned("unblock");
    const { guestId } = first.operation;
    const mine = planned("block", { guestId });
    await record(caller, first, mine, carriedOut(first), carriedOut(mine));
    expect((await record(caller, undoOf(mine))).receipts).toHaveLength(1);
  });

  it.each(["failed", "refused"] as const)(
    "is refused under a colleague’s that found it done, also where ending the sessions %s",
    async (result) => {
      const { caller, block } = await doneThen(async ({ operation }, by) => {
        const theirs = planned("block", { guestId: operation.guestId });
        const [first, second] = theirs.operation.steps.map(({ id }) => id);
        await record(
          colleague(by),
          ...[theirs, { ...carriedOut(theirs, "already-so"), stepId: first }],
          ...[{ ...carriedOut(theirs, result), stepId: second }, carriedOut(theirs, result)],
        );
      });
      await expect(record(caller, undoOf(block))).rejects.toMatchObject({ kind: "conflict" });
    },
  );

  it("is taken where it was another guest whom the later one is about", async () => {
    const { caller, block } = await doneThen(async (_, by) => {
      const other = planned("remove");
      await record(by, other, carriedOut(other));
    });
    expect((await record(caller, undoOf(block))).receipts).toHaveLength(1);
  });

  it("is refused the second time within one request too", async () => {
    const { caller, block } = await doneThen();
    await expect(record(caller, undoOf(block), undoOf(block))).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[1].operation.undoes",
    });
  });

  it("is taken once of two that arrive together", async () => {
    const { caller, block } = await doneThen();
    const both = await Promise.allSettled(
      [caller, colleague(caller)].map((who) => record(who, undoOf(block))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is taken word for word again by who sends it again", async () => {
    const { caller, block } = await doneThen();
    const undo = undoOf(block);
    await record(caller, undo);
    expect((await record(caller, undo)).receipts).toMatchObject([{ repeated: true }]);
  });

  it("may be the operation and its undo in one request", async () => {
    const block = planned();
    const { receipts } = await record(somebody(), block, carriedOut(block), undoOf(block));
    expect(receipts).toHaveLength(3);
  });
});
