import { expect, test } from "vitest";
import type { OperationState } from "@/lib/runner/run";
import type { GivenAnswer } from "./answer";
import { answersFor, KeptAnswers, parseKept } from "./kept-answers";
import { DONE } from "./testing/queue-fixture";
import { someItem } from "./testing/some-item";

const owner = { tenantId: "tenant", userId: "manuel" };

function storage() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

const given = (name: string, state: OperationState): GivenAnswer => ({
  item: someItem(name),
  verdict: "Deny",
  justification: "Left",
  state,
  operationId: null,
  at: 0,
});

test("What has not reached the ledger is found by the next page of the same person", () => {
  const tab = storage();
  new KeptAnswers(tab, owner).keep([
    given("Ada", "waiting"),
    given("Ben", "recorded"),
    given("Cleo", DONE),
    given("Dan", { stopped: { kind: "ledger-unavailable" } }),
  ]);
  const next = new KeptAnswers(tab, owner);
  expect(next.left().map(({ itemId }) => itemId)).toEqual(["item-Ada", "item-Dan"]);
  expect(new KeptAnswers(tab, { ...owner, userId: "grace" }).left()).toEqual([]);
});

test("Names stay out of what is kept", () => {
  const tab = storage();
  new KeptAnswers(tab, owner).keep([given("Ada", "waiting")]);
  const [text] = [...tab.texts.values()];
  expect(JSON.parse(text ?? "")).toEqual([
    { instanceId: "instance", itemId: "item-Ada", verdict: "Deny", justification: "Left" },
  ]);
});

test("Nothing is kept when all is recorded", () => {
  const tab = storage();
  const kept = new KeptAnswers(tab, owner);
  kept.keep([given("Ada", "waiting")]);
  kept.keep([given("Ada", "recorded")]);
  expect(tab.texts.size).toBe(0);
});

test("What an earlier page left stays until it is given again or forgotten", () => {
  const tab = storage();
  new KeptAnswers(tab, owner).keep([given("Ada", "waiting")]);
  const next = new KeptAnswers(tab, owner);
  next.keep([]);
  expect(tab.texts.size).toBe(1);
  next.forget("instance");
  expect(next.left()).toEqual([]);
  expect(tab.texts.size).toBe(0);
});

test("Only items that are still there are answered", () => {
  const tab = storage();
  new KeptAnswers(tab, owner).keep([given("Ada", "waiting"), given("Ben", "waiting")]);
  const left = new KeptAnswers(tab, owner).left();
  const answers = answersFor(left, [someItem("Ada"), someItem("Ben", { instanceId: "other" })]);
  expect(answers.map(({ item }) => item.id)).toEqual(["item-Ada"]);
});

test.each([
  ["no JSON", "{"],
  ["no list", "7"],
  ["no answers", "[1, null, {}]"],
  [
    "an answer that nobody can give",
    '[{"instanceId":"i","itemId":"x","verdict":"NotReviewed","justification":""}]',
  ],
])("%s is nothing to take up again", (_title, text) => {
  expect(parseKept(text)).toEqual([]);
});
