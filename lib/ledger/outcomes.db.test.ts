import { randomUUID } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { type Evidence, type Outcome, READ_AGAIN, type Result } from "@/lib/domain/outcome";
import type { Caller } from "./caller";
import { history } from "./history";
import { acquireLease } from "./leases";
import { ledgerOfFile } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import { carriedOut, planned, somebody } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const { database, record } = ledgerOfFile();

async function rowOf(caller: Caller, id: string) {
  const { rows } = await history({ limit: 50 }, caller, database());
  const row = rows.find((each) => each.id === id);
  if (row?.kind !== "planned") throw new TypeError("No such operation in the history");
  return row;
}

type Planned = ReturnType<typeof planned>;

function outcomeOf(decision: Planned, result: Result, evidence: Evidence) {
  const auditRecord = { id: "Directory_1", correlationId: decision.id };
  const outcome: Outcome = {
    ...carriedOut(decision).outcome,
    result,
    evidence,
    ...(evidence === "audited" && { auditRecord }),
  };
  return { ...carriedOut(decision), outcome };
}

describe("What is proven is not replaced by something weaker", () => {
  test.each<[Result, Evidence, Result, Evidence]>([
    ["done", "audited", "failed", "reported"],
    ["done", "audited", "failed", "observed"],
    ["done", "audited", "done", "observed"],
    ["done", "observed", "done", "reported"],
    ["done", "observed", "failed", "observed"],
    ["done", "observed", "unknown", "observed"],
    ["done", "reported", "unknown", "reported"],
    ["done", "reported", "failed", "reported"],
    ["refused", "reported", "done", "reported"],
    ["failed", "observed", "done", "observed"],
  ])("%s (%s) is not replaced by %s (%s)", async (result, evidence, next, nextEvidence) => {
    const caller = somebody();
    const block = planned();
    await record(caller, block, outcomeOf(block, result, evidence));
    await expect(record(caller, outcomeOf(block, next, nextEvidence))).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].outcome",
    });
    const { outcome, earlierOutcomes } = await rowOf(caller, block.id);
    expect(outcome).toMatchObject({ result, evidence });
    expect(earlierOutcomes).toEqual([]);
  });

  test.each<[Result, Evidence, Result, Evidence]>([
    ["unknown", "reported", "done", "observed"],
    ["unknown", "reported", "failed", "reported"],
    ["unknown", "reported", "unknown", "observed"],
    ["done", "reported", "done", "observed"],
    ["done", "reported", "failed", "observed"],
    ["done", "observed", "done", "audited"],
    ["failed", "observed", "done", "audited"],
  ])("%s (%s) is replaced by %s (%s), and both show", async (...[r, e, next, nextEvidence]) => {
    const caller = somebody();
    const block = planned();
    await record(caller, block, outcomeOf(block, r, e));
    await record(caller, outcomeOf(block, next, nextEvidence));
    const { outcome, earlierOutcomes } = await rowOf(caller, block.id);
    expect(outcome).toMatchObject({ result: next, evidence: nextEvidence });
    expect(earlierOutcomes).toMatchObject([{ result: r, evidence: e, correction: null }]);
  });

  it("nor by another one of the same request", async () => {
    const caller = somebody();
    const block = planned();
    const entries = [
      block,
      outcomeOf(block, "done", "observed"),
      outcomeOf(block, "failed", "reported"),
    ];
    await expect(record(caller, ...entries)).rejects.toMatchObject({ field: "entries[2].outcome" });
    expect(await readChain(database(), caller.tenantId)).toEqual([]);
  });

  it("but a retry of the same entry is still answered with its receipt", async () => {
    const caller = somebody();
    const block = planned();
    const first = outcomeOf(block, "unknown", "reported");
    await record(caller, block, first);
    await record(caller, outcomeOf(block, "done", "observed"));
    const { receipts } = await record(caller, first);
    expect(receipts[0]?.repeated).toBe(true);
  });
});

describe("A correction", () => {
  it("says why, names who made it, and leaves what it corrects in the history", async () => {
    const caller = somebody();
    const colleague = somebody("Governance.Operator", caller.tenantId);
    const block = planned();
    await record(caller, block, outcomeOf(block, "done", "observed"));
    const correction = "The colleague blocked it, not this plan.";
    const { fence } = await acquireLease(
      { planId: block.operation.planId, session: randomUUID() },
      colleague,
      database(),
    );
    await record(colleague, { ...outcomeOf(block, "unknown", "reported"), fence, correction });
    const { outcome, earlierOutcomes } = await rowOf(caller, block.id);
    expect(outcome).toMatchObject({
      result: "unknown",
      correction,
      recordedBy: { id: colleague.userId },
    });
    expect(earlierOutcomes).toMatchObject([
      { result: "done", evidence: "observed", recordedBy: { id: caller.userId } },
    ]);
    expect(await verifyLedger(database(), caller.tenantId)).toMatchObject({
      fault: null,
      length: 3,
    });
  });

  it("is set aside by another one and by an audit record, and not by what was known before", async () => {
    const caller = somebody();
    const block = planned();
    const says = (result: Result, correction: string) => ({
      ...outcomeOf(block, result, "reported"),
      correction,
    });
    await record(caller, block, outcomeOf(block, "done", "reported"));
    await record(caller, says("failed", "She can still sign in."));
    await expect(record(caller, outcomeOf(block, "done", "observed"))).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].outcome",
    });
    await record(caller, outcomeOf(block, "done", "audited"));
    expect((await rowOf(caller, block.id)).outcome).toMatchObject({
      evidence: "audited",
      correction: null,
    });
  });

  it("claims no evidence, but where the directory was read again", async () => {
    const caller = somebody();
    const block = planned();
    await record(caller, block, outcomeOf(block, "done", "observed"));
    const failed = outcomeOf(block, "failed", "observed");
    await expect(record(caller, { ...failed, correction: "I say so." })).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[0].outcome.evidence",
    });
    await record(caller, { ...failed, correction: READ_AGAIN });
  });

  it("has something to correct", async () => {
    const caller = somebody();
    const block = planned();
    const nothing = { ...outcomeOf(block, "done", "reported"), correction: "There is none." };
    await expect(record(caller, block, nothing)).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[1].correction",
    });
  });

  it("of a correction names the one that it replaces", async () => {
    const caller = somebody();
    const block = planned();
    const first = outcomeOf(block, "done", "observed");
    const failed = { ...outcomeOf(block, "failed", "reported"), correction: "She signs in." };
    const seen = { ...failed, replaces: first.id };
    await record(caller, block, first, seen);
    const again = { ...outcomeOf(block, "unknown", "reported"), correction: "Who knows." };
    const refusal = { kind: "conflict", field: "entries[0].replaces" };
    for (const stale of [again, { ...again, replaces: first.id }]) {
      await expect(record(caller, stale)).rejects.toMatchObject(refusal);
    }
    const { outcome } = await rowOf(caller, block.id);
    expect(outcome).toMatchObject({ entryId: seen.id, result: "failed" });
    await record(caller, { ...again, replaces: seen.id });
    expect((await rowOf(caller, block.id)).outcome?.correction).toBe("Who knows.");
    expect(await record(caller, seen)).toMatchObject({ receipts: [{ repeated: true }] });
  });

  it("cannot set aside what Entra's audit log proves", async () => {
    const caller = somebody();
    const block = planned();
    await record(caller, block, outcomeOf(block, "done", "audited"));
    const correction = { ...outcomeOf(block, "failed", "reported"), correction: "It was not us." };
    await expect(record(caller, correction)).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("Evidence “audited”", () => {
  test.each<[string, (block: Planned) => Partial<Outcome>]>([
    ["without a record", () => ({ auditRecord: undefined })],
    [
      "with the record of another request",
      () => ({ auditRecord: { id: "Directory_1", correlationId: randomUUID() } }),
    ],
  ])("is refused %s", async (_, change) => {
    const caller = somebody();
    const block = planned();
    const entry = outcomeOf(block, "done", "audited");
    const outcome = { ...entry.outcome, ...change(block) };
    await expect(record(caller, block, { ...entry, outcome })).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[1].outcome.auditRecord",
    });
  });

  it("keeps the record's id, and a lower grade has none", async () => {
    const caller = somebody();
    const block = planned();
    const entry = outcomeOf(block, "done", "audited");
    const outcome = { ...entry.outcome, evidence: "observed" as const };
    await expect(record(caller, block, { ...entry, outcome })).rejects.toMatchObject({
      field: "entries[1].outcome.auditRecord",
    });
    await record(caller, block, entry);
    expect((await rowOf(caller, block.id)).outcome?.auditRecord).toEqual({
      id: "Directory_1",
      correlationId: block.id,
    });
  });
});
