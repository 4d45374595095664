import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { NewEntry } from "@/lib/contract/entries";
import { historyAnswer } from "@/lib/contract/history";
import type { OperationStep } from "@/lib/domain/operation";
import { history } from "./history";
import { ledgerOfFile } from "./testing/fresh-database";
import { carriedOut, planned, somebody } from "./testing/requests";

const { database, record } = ledgerOfFile();

const GROUP = "20000000-0000-4000-8000-0000000000bb";

/** The making of a group and of its first member, whose request refers to the group. */
function groupWithMember() {
  const { operation } = planned("create-group");
  const path = "/groups/{create-group.id}/members/$ref";
  const second: OperationStep = {
    ...{ id: randomUUID(), name: "add-first" },
    request: { method: "POST", path, body: { "@odata.id": "https://graph.test/x" } },
  };
  const [first] = operation.steps;
  if (first === undefined) throw new TypeError("A creation has a request.");
  const entry = planned("create-group", { ...operation, steps: [first, second] });
  const made = { ...carriedOut(entry), stepId: first.id, createdId: GROUP };
  const bound = {
    ...{ id: randomUUID(), kind: "bound" as const, operationId: entry.id, stepId: second.id },
    request: { ...second.request, path: `/groups/${GROUP}/members/$ref` },
  } as const;
  return { entry, first, second, made, bound };
}

describe("The steps of an operation", () => {
  it("are shown each with its request as it was sent and its own outcome, beside that of the whole", async () => {
    const caller = somebody();
    const { entry, first, second, made, bound } = groupWithMember();
    await record(caller, entry);
    await record(caller, made);
    const refused = { ...carriedOut(entry, "refused"), stepId: second.id };
    await record(caller, bound, refused, carriedOut(entry, "partly-done"));
    const { rows } = historyAnswer.parse(await history({ limit: 5 }, caller, database()));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: "planned",
      outcome: { result: "partly-done" },
      steps: [
        { stepId: first.id, bound: null, createdId: GROUP, outcome: { result: "done" } },
        { stepId: second.id, bound: bound.request, outcome: { result: "refused" } },
      ],
    });
    const partly = await history({ limit: 5, result: "partly-done" }, caller, database());
    expect(partly.rows).toHaveLength(1);
    const ofStep = await history({ limit: 5, result: "refused" }, caller, database());
    expect(ofStep.rows, "an outcome of a step is not the operation's").toEqual([]);
  });

  it.each<[string, (fixture: ReturnType<typeof groupWithMember>) => NewEntry[], object]>([
    [
      "with another id than what was made",
      ({ made, bound }) => [
        made,
        { ...bound, request: { ...bound.request, path: "/groups/x/members/$ref" } },
      ],
      { kind: "conflict", field: "entries[1].request" },
    ],
    [
      "with another body",
      ({ made, bound }) => [
        made,
        { ...bound, request: { ...bound.request, body: { "@odata.id": "y" } } },
      ],
      { kind: "conflict", field: "entries[1].request" },
    ],
    [
      "before anything was made",
      ({ bound }) => [bound],
      { kind: "conflict", field: "entries[0].request" },
    ],
    [
      "of a step that refers to nothing",
      ({ made, bound, first }) => [made, { ...bound, stepId: first.id }],
      { kind: "invalid", field: "entries[1].stepId" },
    ],
    [
      "of a step that it does not have",
      ({ made, bound }) => [made, { ...bound, stepId: randomUUID() }],
      { kind: "invalid", field: "entries[1].stepId" },
    ],
    [
      "of an operation that nobody planned",
      ({ made, bound }) => [made, { ...bound, operationId: randomUUID() }],
      { kind: "invalid", field: "entries[1].operationId" },
    ],
  ])("are not bound %s", async (_, entries, refusal) => {
    const caller = somebody();
    const fixture = groupWithMember();
    await record(caller, fixture.entry);
    await expect(record(caller, ...entries(fixture))).rejects.toMatchObject(refusal);
  });

  it("have outcomes of their own that are monotonic, and only those that there are", async () => {
    const caller = somebody();
    const { entry, first, second } = groupWithMember();
    await record(caller, entry);
    const observed = { ...carriedOut(entry).outcome, evidence: "observed" as const };
    await record(caller, { ...carriedOut(entry), stepId: first.id, outcome: observed });
    const weaker = { ...carriedOut(entry, "failed"), stepId: first.id };
    await expect(record(caller, weaker)).rejects.toMatchObject({ kind: "conflict" });
    await record(caller, { ...carriedOut(entry, "failed"), stepId: second.id });
    const none = { ...carriedOut(entry), stepId: randomUUID() };
    await expect(record(caller, none)).rejects.toMatchObject({ field: "entries[0].stepId" });
  });

  it("leave an operation unresolved while nobody knows what became of one of them", async () => {
    const caller = somebody();
    const { entry, first, second } = groupWithMember();
    await record(caller, entry, { ...carriedOut(entry), stepId: first.id });
    const lost = { ...carriedOut(entry, "unknown"), stepId: second.id };
    await record(caller, lost, carriedOut(entry, "partly-done"));
    const unresolved = async () =>
      (await history({ limit: 5, result: "unresolved" }, caller, database())).rows.map(
        ({ id }) => id,
      );
    expect(await unresolved()).toEqual([entry.id]);
    await record(caller, { ...carriedOut(entry, "refused"), stepId: second.id });
    expect(await unresolved()).toEqual([]);
  });

  it.each<[string, (fixture: ReturnType<typeof groupWithMember>) => NewEntry, string]>([
    ["done while one of its requests is not", ({ entry }) => carriedOut(entry), "outcome"],
    [
      "with another id of what was made",
      ({ made }) => ({ ...made, id: randomUUID(), createdId: randomUUID() }),
      "createdId",
    ],
  ])("do not let the operation be recorded %s", async (_, entryOf, field) => {
    const caller = somebody();
    const fixture = groupWithMember();
    const { entry, made, second } = fixture;
    await record(caller, entry, made, { ...carriedOut(entry, "refused"), stepId: second.id });
    await expect(record(caller, entryOf(fixture))).rejects.toMatchObject({
      kind: "conflict",
      field: `entries[0].${field}`,
    });
  });

  it("are corrected together with the whole", async () => {
    const caller = somebody();
    const { entry, made, second } = groupWithMember();
    const ofSecond = { ...carriedOut(entry), stepId: second.id };
    await record(caller, entry, made, ofSecond, carriedOut(entry));
    const why = { correction: "The member is not there." };
    const step = { ...carriedOut(entry, "failed"), stepId: second.id, ...why };
    await expect(record(caller, step)).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[0].stepId",
    });
    await expect(
      record(caller, step, { ...carriedOut(entry, "failed"), ...why }),
    ).rejects.toMatchObject({ kind: "conflict", field: "entries[1].outcome" });
    await record(caller, step, { ...carriedOut(entry, "partly-done"), ...why });
  });

  it("leave no whole beside them that they contradict, when more is known of one", async () => {
    const caller = somebody();
    const { entry, made, second } = groupWithMember();
    const lost = { ...carriedOut(entry, "unknown"), stepId: second.id };
    await record(caller, entry, made, lost, carriedOut(entry, "partly-done"));
    const found = { ...carriedOut(entry), stepId: second.id };
    await expect(record(caller, found)).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[0].stepId",
    });
    await record(caller, found, { ...carriedOut(entry), correction: "It shows now." });
  });

  it.each<[string, boolean]>([
    ["a correction of the whole", true],
    ["an outcome of the whole", false],
  ])("are no worse known than %s says", async (_, isCorrection) => {
    const caller = somebody();
    const { entry, made, second } = groupWithMember();
    const observed = { ...carriedOut(entry).outcome, evidence: "observed" as const };
    await record(caller, entry, { ...made, outcome: observed });
    await record(caller, { ...carriedOut(entry), stepId: second.id });
    if (isCorrection) await record(caller, carriedOut(entry));
    const why = isCorrection ? { correction: "I have looked." } : {};
    const whole = { ...carriedOut(entry), ...why };
    await expect(record(caller, { ...whole, outcome: observed })).rejects.toMatchObject({
      kind: "conflict",
      field: "entries[0].outcome",
    });
    await record(caller, whole);
  });

  it("leave no whole beside them that is better known, when one is corrected", async () => {
    const caller = somebody();
    const { entry, made, second } = groupWithMember();
    const outcome = { ...carriedOut(entry).outcome, evidence: "observed" as const };
    const failed = { ...outcome, result: "failed" as const };
    const partly = { ...outcome, result: "partly-done" as const };
    await record(
      caller,
      ...[entry, { ...made, outcome }],
      { ...carriedOut(entry), stepId: second.id, outcome: failed },
      { ...carriedOut(entry), outcome: partly },
    );
    const why = { correction: "The portal refused it." };
    const step = { ...carriedOut(entry, "refused"), stepId: second.id, ...why };
    await expect(record(caller, step)).rejects.toMatchObject({
      kind: "invalid",
      field: "entries[0].stepId",
    });
    await record(caller, step, { ...carriedOut(entry, "partly-done"), ...why });
  });

  it("are several: an operation of one request is neither partly done, nor has it outcomes of steps", async () => {
    const caller = somebody();
    const stop = planned("stop-review");
    await record(caller, stop);
    for (const wrong of [
      carriedOut(stop, "partly-done"),
      { ...carriedOut(stop), stepId: stop.id },
    ]) {
      await expect(record(caller, wrong)).rejects.toMatchObject({ field: "entries[0].outcome" });
    }
  });

  it("are proven only by a record of their own request", async () => {
    const caller = somebody();
    const { entry, second } = groupWithMember();
    await record(caller, entry);
    const audited = (correlationId: string) => ({
      ...{ ...carriedOut(entry), id: randomUUID(), stepId: second.id },
      outcome: {
        ...carriedOut(entry).outcome,
        evidence: "audited" as const,
        auditRecord: { id: "Directory_1", correlationId },
      },
    });
    await expect(record(caller, audited(entry.id))).rejects.toMatchObject({
      field: "entries[0].outcome.auditRecord",
    });
    await record(caller, audited(second.id));
  });
});
