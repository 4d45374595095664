import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Caller } from "./caller";
import { history } from "./history";
import { ledgerOfFile } from "./testing/fresh-database";
import { carriedOut, planned, somebody } from "./testing/requests";

const { database, record } = ledgerOfFile();

async function subjectOf(caller: Caller, id: string) {
  const { rows } = await history({ limit: 50 }, caller, database());
  const row = rows.find((each) => each.id === id);
  return row?.kind === "planned" ? row.subject.id : undefined;
}

const otherSubject = { field: "entries[0].subject.id" };

describe("What an outcome is about", () => {
  it.each(["stop-review", "block"] as const)("is what the %s was planned for", async (kind) => {
    const caller = somebody();
    const entry = planned(kind);
    const { subject } = entry.operation;
    await record(caller, entry);
    const other = { ...carriedOut(entry), subject: { ...subject, id: randomUUID() } };
    await expect(record(caller, other)).rejects.toMatchObject({ kind: "invalid", ...otherSubject });
    await record(caller, { ...carriedOut(entry), subject: { ...subject } });
    expect(await subjectOf(caller, entry.id)).toBe(subject.id);
  });

  it("is, of a creation, what Graph called it first; nobody renames it", async () => {
    const caller = somebody();
    const create = planned("create-review");
    const madeId = randomUUID();
    await record(caller, create, carriedOut(create, "done", madeId));
    const renamed = carriedOut(create, "done", randomUUID());
    await expect(record(caller, renamed)).rejects.toMatchObject({
      kind: "conflict",
      ...otherSubject,
    });
    await expect(
      record(caller, { ...carriedOut(create), createdId: randomUUID() }),
    ).rejects.toMatchObject({ kind: "conflict", field: "entries[0].createdId" });
    expect(await subjectOf(caller, create.id)).toBe(madeId);
  });

  it("is renamed neither by another entry of the same request, nor by one that contradicts itself", async () => {
    const caller = somebody();
    const create = planned("create-review");
    const twice = [carriedOut(create, "done", "A"), carriedOut(create, "done", "B")];
    await expect(record(caller, create, ...twice)).rejects.toMatchObject({
      field: "entries[2].subject.id",
    });
    await record(caller, create);
    await expect(
      record(caller, { ...carriedOut(create, "done", "B"), createdId: "A" }),
    ).rejects.toMatchObject({ kind: "conflict", ...otherSubject });
  });

  it("stays named when a later outcome does not know the id", async () => {
    const caller = somebody();
    const create = planned("create-review");
    const lost = carriedOut(create, "unknown", "A");
    await record(caller, create, lost, carriedOut(create, "failed", create.operation.subject.id));
    expect(await subjectOf(caller, create.id)).toBe("A");
  });

  it("is what another operation made, once that is recorded", async () => {
    const caller = somebody();
    const make = planned("create-group");
    const add = planned("add-member", { subject: make.operation.subject, guestId: randomUUID() });
    const madeId = randomUUID();
    await record(caller, make, add);
    const added = carriedOut(add, "done", madeId);
    await expect(record(caller, added)).rejects.toMatchObject({ kind: "invalid", ...otherSubject });
    await record(caller, carriedOut(make, "done", madeId));
    await expect(record(caller, carriedOut(add, "done", randomUUID()))).rejects.toMatchObject({
      kind: "invalid",
      ...otherSubject,
    });
    await record(caller, added);
    expect(await subjectOf(caller, add.id)).toBe(madeId);
  });
});
