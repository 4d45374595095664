import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { append } from "./append";
import type { Caller } from "./caller";
import { openDatabase } from "./database";
import { inTenant } from "./tenant-transaction";
import { ledgerOfFile } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import { cardOf, carriedOut, planned, policySet, somebody, guestOf } from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const { database, url, record } = ledgerOfFile();

async function lengthOf({ tenantId }: Caller): Promise<number> {
  return (await readChain(database(), tenantId)).length;
}

describe("Appending", () => {
  it("gives each entry the next place in its tenant's chain, and the chain verifies", async () => {
    const caller = somebody();
    const block = planned();
    const { receipts } = await record(caller, block, carriedOut(block), policySet());
    expect(receipts.map(({ seq, repeated }) => [seq, repeated])).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ]);
    expect(await verifyLedger(database(), caller.tenantId)).toMatchObject({
      fault: null,
      length: 3,
      head: receipts[2]?.hash,
    });
  });

  it("begins every tenant's chain at 1", async () => {
    await record(somebody(), planned(), planned());
    expect((await record(somebody(), planned())).receipts[0]?.seq).toBe(1);
  });

  it("keeps names and mails on cards, never in the chain", async () => {
    const caller = somebody();
    const block = planned();
    await append({ entries: [block], cards: [cardOf(block)] }, caller, database());
    const text = JSON.stringify(await readChain(database(), caller.tenantId));
    for (const secret of ["Ada", "partner.example", "Olga", "contoso.example"]) {
      expect(text).not.toContain(secret);
    }
  });

  it("reuses an unchanged card and adds one for a changed name", async () => {
    const caller = somebody();
    const first = planned();
    const again = planned("keep", { guestId: guestOf(first) });
    const renamed = planned("keep", { guestId: guestOf(first) });
    await append({ entries: [first], cards: [cardOf(first)] }, caller, database());
    await append({ entries: [again], cards: [cardOf(again)] }, caller, database());
    const cards = () =>
      inTenant(database(), caller.tenantId, (transaction) =>
        transaction.card.findMany({ where: { subjectId: guestOf(first) } }),
      );
    expect(await cards()).toHaveLength(1);
    await append(
      { entries: [renamed], cards: [cardOf(renamed, "Ada Lovelace")] },
      caller,
      database(),
    );
    expect(await cards()).toHaveLength(2);
  });

  it("keeps every character of a hostile reason", async () => {
    const caller = somebody();
    const reason = `=HYPERLINK("x") <img src=x onerror=1> \u202egnp.exe '; DROP TABLE entry; -- 😀`;
    await record(caller, planned("block", { reason }));
    const [link] = await readChain(database(), caller.tenantId);
    expect(link?.body).toMatchObject({ operation: { reason } });
  });
});

describe("A repeated request", () => {
  it("is answered with the first receipts and writes nothing", async () => {
    const caller = somebody();
    const request = { entries: [planned(), policySet()], cards: [] };
    const first = await append(request, caller, database());
    const second = await append(request, { ...caller, name: "Olga, renamed" }, database());
    expect(second.receipts).toEqual(first.receipts.map((one) => ({ ...one, repeated: true })));
    expect(await lengthOf(caller)).toBe(2);
  });

  it("writes what is new in it", async () => {
    const caller = somebody();
    const known = planned();
    await record(caller, known);
    const { receipts } = await record(caller, known, carriedOut(known), known);
    expect(receipts.map(({ seq, repeated }) => [seq, repeated])).toEqual([
      [1, true],
      [2, false],
      [1, true],
    ]);
  });

  it("is written once, however often it comes at once and through whichever process", async () => {
    const caller = somebody();
    const request = { entries: [planned()], cards: [] };
    const other = await openDatabase({ kind: "server", url: url() });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        append(request, caller, index % 2 === 0 ? database() : other),
      ),
    );
    await other.close();
    expect(answers.filter(({ receipts }) => receipts[0]?.repeated === false)).toHaveLength(1);
    expect(await lengthOf(caller)).toBe(1);
  });

  it("with another body is a conflict that names the id", async () => {
    const caller = somebody();
    const entry = planned();
    await record(caller, entry);
    const other = { ...entry, operation: { ...entry.operation, reason: "Another reason" } };
    await expect(record(caller, policySet(), other)).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[1].id",
    });
    expect(await lengthOf(caller)).toBe(1);
  });

  it("by somebody else is a conflict", async () => {
    const caller = somebody();
    const entry = planned();
    await record(caller, entry);
    const colleague = somebody("Governance.Operator", caller.tenantId);
    await expect(record(colleague, entry)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("of an operation under another entry's id is a conflict", async () => {
    const caller = somebody();
    const entry = planned();
    await record(caller, entry);
    await expect(record(caller, { ...entry, id: randomUUID() })).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].operation.id",
    });
  });

  it("within one request, with another body, is a conflict", async () => {
    const caller = somebody();
    const entry = policySet(60);
    const other = { ...policySet(61), id: entry.id };
    await expect(record(caller, entry, other)).rejects.toMatchObject({ field: "entries[1].id" });
    expect(await lengthOf(caller)).toBe(0);
  });
});

describe("Nothing of a request is written when one entry of it", () => {
  it("is the outcome of an operation that nobody planned", async () => {
    const caller = somebody();
    await expect(record(caller, planned(), carriedOut(planned()))).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[1].operationId",
    });
    expect(await lengthOf(caller)).toBe(0);
  });

  it("is the outcome of another tenant's operation", async () => {
    const theirs = planned();
    await record(somebody(), theirs);
    const caller = somebody();
    await expect(record(caller, carriedOut(theirs))).rejects.toMatchObject({ kind: "invalid" });
    expect(await lengthOf(caller)).toBe(0);
  });

  it("is the outcome for another guest than the operation's", async () => {
    const caller = somebody();
    const entry = planned();
    const wrong = { ...carriedOut(entry), guestId: randomUUID() };
    await expect(record(caller, entry, wrong)).rejects.toMatchObject({
      field: "entries[1].guestId",
    });
  });

  it("is the outcome of keeping a guest", async () => {
    const caller = somebody();
    const keep = planned("keep");
    await expect(record(caller, keep, carriedOut(keep))).rejects.toMatchObject({
      field: "entries[1].operationId",
    });
  });

  it("takes back an operation that nobody planned", async () => {
    const caller = somebody();
    const undo = planned("unblock", { undoes: randomUUID() });
    await expect(record(caller, undo)).rejects.toMatchObject({
      field: "entries[0].operation.undoes",
    });
  });

  it("needs a role that the caller lacks", async () => {
    const operator = somebody("Governance.Operator");
    await expect(record(operator, planned(), policySet())).rejects.toMatchObject({
      kind: "forbidden",
      field: "entries[1].kind",
    });
    const reader = somebody("Governance.Reader", operator.tenantId);
    await expect(record(reader, planned())).rejects.toMatchObject({ kind: "forbidden" });
    expect(await lengthOf(operator)).toBe(0);
  });
});
