import { randomUUID } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { append } from "./append";
import type { Caller } from "./caller";
import { fingerprintOf } from "./card";
import { hexFromBytes } from "./hash-chain";
import { inTenant } from "./tenant-transaction";
import { ledgerOfFile } from "./testing/fresh-database";
import { readChain } from "./testing/read-chain";
import {
  answered,
  cardFor,
  carriedOut,
  planned,
  reviewResult,
  somebody,
  templateSaved,
} from "./testing/requests";
import { verifyLedger } from "./verify/verify-ledger";

const { database, record } = ledgerOfFile();

const chainOf = ({ tenantId }: Caller) => readChain(database(), tenantId);

describe("An operation on a review or a group", () => {
  it("is kept as the exact request, with its outcome and what it made, in a chain that verifies", async () => {
    const caller = somebody();
    const create = planned("create-review");
    const madeId = randomUUID();
    await record(caller, create, carriedOut(create, "done", madeId), reviewResult());
    await record(caller, templateSaved());
    const chain = await chainOf(caller);
    expect(await verifyLedger(database(), caller.tenantId)).toMatchObject({
      fault: null,
      length: 4,
    });
    const steps = create.operation.steps.map(({ request: { body, ...line }, ...step }) => ({
      ...step,
      request: { ...line, bodyText: JSON.stringify(body) },
    }));
    expect(chain[0]?.body).toEqual({
      operation: { ...create.operation, steps },
      guestCard: null,
    });
    expect(chain[1]?.body).toMatchObject({ subject: { type: "review", id: madeId } });
  });

  test.each<[string, (guestId: string) => NewEntry]>([
    ["an operation", (guestId) => answered({ guestId })],
    ["a review's result", (guestId) => reviewResult({ guestId })],
  ])(
    "and its guest: the chain has the fingerprint of the card of %s, no name",
    async (_, entry) => {
      const caller = somebody();
      const guestId = randomUUID();
      const request = { entries: [entry(guestId)], cards: [cardFor(guestId)] };
      await append(request, caller, database());
      const [link] = await chainOf(caller);
      expect(JSON.stringify(link)).not.toMatch(/Ada|partner\.example/);
      const card = await inTenant(database(), caller.tenantId, (transaction) =>
        transaction.card.findFirstOrThrow({ where: { subjectId: guestId } }),
      );
      const salt = hexFromBytes(card.salt);
      expect(link?.body).toMatchObject({ guestCard: fingerprintOf({ ...card, salt }) });
    },
  );

  it("that is sent twice is recorded once, its outcome too", async () => {
    const caller = somebody();
    const create = planned("create-review");
    const all = [create, carriedOut(create, "done", randomUUID()), reviewResult(), templateSaved()];
    const first = await record(caller, ...all);
    const second = await record(caller, ...all);
    expect(second.receipts).toEqual(first.receipts.map((one) => ({ ...one, repeated: true })));
  });

  it("under another entry's id is a conflict", async () => {
    const caller = somebody();
    const create = planned("create-review");
    await record(caller, create);
    await expect(record(caller, { ...create, id: randomUUID() })).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].operation.id",
    });
  });

  it("cannot be taken back by a guest's, and has no second life as one", async () => {
    const caller = somebody();
    const create = planned("create-review");
    const undo = planned("unblock", { undoes: create.operation.id });
    await expect(record(caller, create, undo)).rejects.toMatchObject({
      field: "entries[1].operation.undoes",
    });
    const same = { ...planned("block", { id: create.operation.id }), id: randomUUID() };
    await expect(record(caller, create, same)).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[1].operation.id",
    });
  });

  test.each<[string, string, () => NewEntry[]]>([
    [
      "nobody had",
      "entries[0].operationId",
      () => [carriedOut(planned("create-review"), "done", randomUUID())],
    ],
    [
      "about another guest",
      "entries[1].guestId",
      () => {
        const answer = answered();
        return [answer, { ...carriedOut(answer), guestId: null }];
      },
    ],
    [
      "about another kind of thing",
      "entries[1].subject.type",
      () => {
        const create = planned("create-review");
        const subject = { type: "group" as const, id: randomUUID() };
        return [create, { ...carriedOut(create), subject }];
      },
    ],
    [
      "about a guest, and another subject",
      "entries[1].subject.type",
      () => {
        const block = planned();
        const subject = { type: "group" as const, id: randomUUID() };
        return [block, { ...carriedOut(block), subject }];
      },
    ],
  ])("has no outcome of one %s", async (_, field, entries) => {
    await expect(record(somebody(), ...entries())).rejects.toMatchObject({
      kind: "invalid",
      field,
    });
  });
});

describe("A reader", () => {
  const reader = () => somebody("Governance.Reader");
  const refused = (field: string) => ({ kind: "forbidden", field });

  it("records the answer to an item of a review, and what became of it", async () => {
    const caller = reader();
    const [first, second] = [answered(), answered()];
    await record(caller, first);
    await record(caller, carriedOut(first));
    await record(caller, second, carriedOut(second, "unknown"));
    expect(await chainOf(caller)).toHaveLength(4);
  });

  it("records that they accept what is recommended for their own items", async () => {
    const caller = reader();
    const path = answered().operation.steps[0]?.request.path ?? "";
    const accept = planned("accept-recommendations", {
      request: {
        method: "POST",
        path: path.replace(/decisions.*$/, "acceptRecommendations"),
        body: null,
      },
    });
    await record(caller, accept, carriedOut(accept));
    expect(await chainOf(caller)).toHaveLength(2);
  });

  const others = [
    ["another kind of operation", () => planned("stop-review")],
    [
      "an answer to something else than a review",
      () => answered({ request: { method: "DELETE", path: "/users/x", body: null } }),
    ],
    ["an operation on a guest", () => planned()],
    ["a result of a review", () => reviewResult()],
    ["a template", () => templateSaved()],
    ["an outcome of nothing", () => carriedOut(answered())],
  ] as const;
  test.each(others)("does not record %s", async (_, entry) => {
    const caller = reader();
    await expect(record(caller, answered(), entry())).rejects.toMatchObject(
      refused("entries[1].kind"),
    );
    expect(await chainOf(caller)).toEqual([]);
  });

  it("does not record the outcome of a colleague's answer or operation", async () => {
    const operator = somebody("Governance.Operator");
    const caller = somebody("Governance.Reader", operator.tenantId);
    const [answer, block, stop] = [answered(), planned(), planned("stop-review")];
    await record(operator, answer, block, stop);
    for (const outcome of [carriedOut(answer), carriedOut(block), carriedOut(stop)]) {
      await expect(record(caller, outcome)).rejects.toMatchObject(refused("entries[0].kind"));
    }
    expect(await chainOf(operator)).toHaveLength(3);
  });

  it("does not record the outcome of their own operation of better days", async () => {
    const caller = reader();
    const block = planned();
    const outcome = carriedOut(block);
    await record({ ...caller, roles: ["Governance.Operator"] }, block, outcome);
    await expect(record(caller, outcome)).rejects.toMatchObject(refused("entries[0].kind"));
  });

  it("does not record an outcome before the answer that it belongs to", async () => {
    const caller = reader();
    const answer = answered();
    await expect(record(caller, carriedOut(answer), answer)).rejects.toMatchObject(
      refused("entries[0].kind"),
    );
  });
});
