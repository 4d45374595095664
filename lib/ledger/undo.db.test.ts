import { describe, expect, it, test } from "vitest";
import { ledgerOfFile } from "./testing/fresh-database";
import { carriedOut, planned, somebody } from "./testing/requests";

const { record } = ledgerOfFile();

type Planned = ReturnType<typeof planned>;

describe("An undo", () => {
  test.each<[string, (block: Planned) => Planned]>([
    ["of another guest's operation", ({ id }) => planned("unblock", { undoes: id })],
    [
      "that is no opposite",
      ({ id, operation: { guestId } }) => planned("remove", { undoes: id, guestId }),
    ],
  ])("%s is refused", async (_, undo) => {
    const caller = somebody();
    const block = planned();
    await expect(record(caller, block, undo(block))).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[1].operation.undoes",
    });
  });

  const undoOf = ({ operation }: Planned) =>
    planned("unblock", { guestId: operation.guestId, undoes: operation.id });

  it.each(["done", "partly-done"] as const)("of what is %s is taken", async (result) => {
    const caller = somebody();
    const block = planned();
    await record(caller, block, carriedOut(block, result));
    const { receipts } = await record(caller, undoOf(block));
    expect(receipts).toHaveLength(1);
  });

  it.each(["already-so", "refused", "failed", "unknown", null] as const)(
    "of what had no effect that is known (%s) is refused, and says so",
    async (result) => {
      const caller = somebody();
      const block = planned();
      await record(caller, block, ...(result === null ? [] : [carriedOut(block, result)]));
      await expect(record(caller, undoOf(block))).rejects.toMatchObject({
        kind: "conflict",
        field: "entries[0].operation.undoes",
        message: "The history does not say that the operation it takes back was done.",
      });
    },
  );

  it("follows the outcome that holds: what was corrected to failed has nothing to take back", async () => {
    const caller = somebody();
    const block = planned();
    await record(caller, block, carriedOut(block));
    await record(caller, { ...carriedOut(block, "failed"), correction: "She can sign in." });
    await expect(record(caller, undoOf(block))).rejects.toMatchObject({ kind: "conflict" });
  });

  it("is for everybody who may act, and is a plan of their own", async () => {
    const caller = somebody();
    const colleague = somebody("Governance.Operator", caller.tenantId);
    const block = planned();
    await record(caller, block, carriedOut(block));
    const undo = undoOf(block);
    const { planId } = block.operation;
    const within = { ...undo, operation: { ...undo.operation, planId } };
    await expect(record(colleague, within)).rejects.toMatchObject({ kind: "conflict" });
    const { receipts } = await record(colleague, undo);
    expect(receipts).toHaveLength(1);
  });

  it("of what was only the rest of a block is refused: it changed nothing that is taken back", async () => {
    const caller = somebody();
    const block = planned();
    const rest = block.operation.steps.slice(1).map((step) => ({ ...step, id: block.id }));
    const onlyRest = { ...block, operation: { ...block.operation, steps: rest } };
    await record(caller, onlyRest, carriedOut(onlyRest));
    await expect(record(caller, undoOf(block))).rejects.toMatchObject({
      kind: "invalid",
      message: "unblock does not take back this block.",
    });
  });
});
