import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { historyAnswer } from "@/lib/contract/history";
import { append } from "./append";
import type { Database } from "./database";
import { history } from "./history";
import type { HistoryFilter } from "./history-query";
import { freshLedger } from "./testing/fresh-database";
import {
  answered,
  cardFor,
  carriedOut,
  planned,
  reviewResult,
  somebody,
  templateSaved,
} from "./testing/requests";

let ledger: Awaited<ReturnType<typeof freshLedger>>;
let database: Database;

const olga = somebody();
const reviewId = randomUUID();
const groupId = randomUUID();
const guestId = randomUUID();
const create = planned("create-review");
const stop = planned("stop-review", { subject: { type: "review", id: reviewId } });
const answer = answered({ guestId, subject: { type: "review", id: reviewId } });
const makeGroup = planned("create-group");
// Planned before the group was there: it names the operation that makes it.
const addMember = planned("add-member", {
  guestId,
  planId: makeGroup.operation.planId,
  subject: makeGroup.operation.subject,
});
const failed = planned("create-review");
const lost = planned("stop-instance");
const result = reviewResult({ reviewId, guestId });
const other = reviewResult();
const saved = templateSaved();
const block = planned("block", { guestId });

beforeAll(async () => {
  ledger = await freshLedger();
  database = ledger.database;
  const record = (...entries: Parameters<typeof append>[0]["entries"]) =>
    append({ entries, cards: [cardFor(guestId)] }, olga, database);
  await record(create, carriedOut(create, "done", reviewId));
  // Resolved again, by somebody who did not say what it had made.
  await record({
    ...carriedOut(create),
    outcome: { result: "done", evidence: "observed", detail: null, requestId: "r-1" },
  });
  await record(stop, carriedOut(stop));
  await record(answer, carriedOut(answer, "refused"));
  await record(makeGroup, addMember);
  await record(carriedOut(makeGroup, "done", groupId));
  await record(failed, carriedOut(failed, "failed"), lost, carriedOut(lost, "unknown"));
  await record(result, other, saved, block, carriedOut(block));
});

afterAll(() => ledger.drop());

const NAMES = new Map(
  Object.entries({
    create,
    stop,
    answer,
    makeGroup,
    addMember,
    failed,
    lost,
    result,
    other,
    saved,
    block,
  }).map(([name, { id }]) => [id, name]),
);

async function rowsOf(filter: Partial<HistoryFilter>) {
  const answer = await history({ limit: 50, ...filter }, olga, database);
  return historyAnswer.parse(answer).rows;
}

async function found(filter: Partial<HistoryFilter>): Promise<(string | undefined)[]> {
  return (await rowsOf(filter)).map(({ id }) => NAMES.get(id));
}

async function rowOf({ id }: { readonly id: string }) {
  return (await rowsOf({})).find((row) => row.id === id);
}

describe("The history of operations and results", () => {
  it("lists each once, newest first, and no outcome as a row of its own", async () => {
    expect(await found({})).toEqual([
      "block",
      "saved",
      "other",
      "result",
      "lost",
      "failed",
      "addMember",
      "makeGroup",
      "answer",
      "stop",
      "create",
    ]);
  });

  test.each<[string, Partial<HistoryFilter>, string[]]>([
    [
      "a review: for it, made it, copied from it",
      { subject: reviewId },
      ["result", "answer", "stop", "create"],
    ],
    [
      "a group: made it, and planned before it was there",
      { subject: groupId },
      ["addMember", "makeGroup"],
    ],
    ["a template", { subject: saved.templateId }, ["saved"]],
    ["a subject and a kind", { subject: reviewId, kind: "create-review" }, ["create"]],
    ["a subject and an outcome", { subject: reviewId, result: "refused" }, ["answer"]],
    ["a subject that nobody knows", { subject: randomUUID() }, []],
    ["a kind of operation", { kind: "create-review" }, ["failed", "create"]],
    ["results of reviews", { kind: "review-result" }, ["other", "result"]],
    ["saved templates", { kind: "template-saved" }, ["saved"]],
    ["a guest", { guest: guestId }, ["block", "result", "addMember", "answer"]],
    ["a plan", { plan: makeGroup.operation.planId }, ["addMember", "makeGroup"]],
    ["what is done", { result: "done" }, ["block", "makeGroup", "stop", "create"]],
    ["what failed", { result: "failed" }, ["failed"]],
    ["what is unresolved", { result: "unresolved" }, ["lost", "addMember"]],
  ])("is filtered by %s", async (_, filter, names) => {
    expect(await found(filter)).toEqual(names);
  });

  it("shows an operation's exact request, its latest outcome, and what it made, also when only an earlier outcome says", async () => {
    expect(await rowOf(create)).toMatchObject({
      kind: "planned",
      operation: create.operation,
      reason: create.operation.reason,
      subject: { type: "review", id: reviewId },
      guest: null,
      outcome: { result: "done", evidence: "observed", requestId: "r-1" },
    });
  });

  it("shows the members of a request in the order in which they are sent", async () => {
    const row = await rowOf(create);
    const body = row?.kind === "planned" ? row.operation.steps[0]?.request.body : null;
    expect(JSON.stringify(body)).toBe(JSON.stringify(create.operation.steps[0]?.request.body));
  });

  it("shows what it was about while no outcome says what was made", async () => {
    expect(await rowOf(failed)).toMatchObject({ subject: failed.operation.subject });
    expect(await rowOf(addMember)).toMatchObject({
      subject: makeGroup.operation.subject,
      guest: { id: guestId, displayName: "Ada of Partner" },
      outcome: null,
    });
  });

  it("shows a result with the guest's name from the card, and a template as it was saved", async () => {
    expect(await rowOf(result)).toMatchObject({
      kind: "review-result",
      result: result.result,
      guest: { id: guestId, displayName: "Ada of Partner", mail: "ada@partner.example" },
      reason: "",
    });
    expect(await rowOf(other)).toMatchObject({ guest: { displayName: null } });
    expect(await rowOf(saved)).toMatchObject({ name: saved.name, draft: saved.draft });
  });
});
