import { expect, test } from "vitest";
import type { OperationState } from "@/lib/runner/run";
import {
  answersAgain,
  byJustification,
  decisionsWith,
  isOutdated,
  nextUndecided,
  type QueuedAnswer,
} from "./answer";
import { type Bike, type BikeDecision, someBike } from "./testing/bikes";
import { DONE, REFUSED } from "./testing/queue-fixture";

const queued = (state: OperationState): QueuedAnswer<Bike, BikeDecision> => ({
  item: someBike("Ada"),
  decision: "scrap",
  justification: "Rusty",
  state,
  operationId: null,
  changedAt: 1_000,
});

test.each<[string, QueuedAnswer<Bike, BikeDecision> | null, Partial<Bike>, string | null]>([
  ["nothing was answered here", null, { decision: "repair" }, "repair"],
  ["nobody has decided", null, {}, null],
  ["an answer on its way counts at once", queued("waiting"), { decision: "repair" }, "scrap"],
  ["an accepted answer counts", queued(DONE), {}, "scrap"],
  ["a refused answer leaves what was", queued(REFUSED), { decision: "repair" }, "repair"],
  ["one that was not sent leaves what was", queued({ stopped: { kind: "asked" } }), {}, null],
])("How an item is decided: %s", (_title, answer, special, expected) => {
  const answers = new Map(answer === null ? [] : [[answer.item.id, answer]]);
  const decisions = decisionsWith((bike: Bike) => bike.decision, answers);
  expect(decisions.of(someBike("Ada", special))).toBe(expected);
});

test("Which answers were not accepted is known by item", () => {
  const answers = new Map([["bike-Ada", queued(REFUSED)]]);
  const { isNotAccepted } = decisionsWith((bike: Bike) => bike.decision, answers);
  expect([isNotAccepted(someBike("Ada")), isNotAccepted(someBike("Ben"))]).toEqual([true, false]);
});

test.each<[string, OperationState, boolean, number, boolean]>([
  ["the list shows the answer", DONE, true, 2_000, true],
  ["the list was read before", DONE, true, 500, false],
  ["the list lags behind", DONE, false, 2_000, false],
  ["a minute later the list is right", DONE, false, 62_000, true],
  ["what is under way stays", "sending", true, 62_000, false],
  ["a refusal stays for a while, though the list agrees", REFUSED, true, 2_000, false],
])(
  "Whether the list is believed more than an answer: %s",
  (_title, state, shows, readAt, expected) => {
    expect(isOutdated(queued(state), shows, readAt)).toBe(expected);
  },
);

test("Answers with the same justification go together, in their order", () => {
  const answer = (owner: string, justification: string) => ({
    item: someBike(owner),
    decision: "scrap" as const,
    justification,
  });
  const groups = byJustification([
    answer("Ada", "Still needed"),
    answer("Ben", "Rusty"),
    answer("Cleo", "Still needed"),
  ]);
  expect(groups.map((group) => group.map(({ item }) => item.owner))).toEqual([
    ["Ada", "Cleo"],
    ["Ben"],
  ]);
});

test("An answer that is given again is one to the item as it is shown now, where it still is", () => {
  const shown = someBike("Ada", { decision: "repair" });
  const [again] = answersAgain([queued(REFUSED)], [shown]);
  expect(again).toEqual({ item: shown, decision: "scrap", justification: "Rusty" });
  expect(answersAgain([queued(REFUSED)], [])[0]?.item).toEqual(someBike("Ada"));
});

const three = ["one", "two", "three"].map((owner) => someBike(owner));

test.each([
  ["the one below", "bike-one", ["bike-two", "bike-three"], "bike-two"],
  ["decided ones are passed over", "bike-one", ["bike-three"], "bike-three"],
  ["after the last it begins again", "bike-three", ["bike-one"], "bike-one"],
  ["the item itself is not the next", "bike-one", ["bike-one"], undefined],
  ["nobody is left", "bike-one", [], undefined],
  ["an item that is not listed begins at the top", "bike-none", ["bike-two"], "bike-two"],
])("The next undecided item: %s", (_title, from, undecided, expected) => {
  expect(nextUndecided(three, from, ({ id }) => undecided.includes(id))?.id).toBe(expected);
});
