import { expect, test } from "vitest";
import { unsentAnswersInTab } from "@/lib/contract/unsent-answers";
import type { OperationState } from "@/lib/runner/run";
import type { QueuedAnswer } from "./answer";
import { type Bike, bikeInbox, type BikeDecision, memoryStorage, someBike } from "./testing/bikes";
import { DONE } from "./testing/queue-fixture";
import { UnsentAnswers } from "./use-answer-queue";

const manuel = { tenantId: "tenant", homeAccountId: "manuel" };
const grace = { tenantId: "tenant", homeAccountId: "grace" };
const ada = someBike("Ada");
const ben = someBike("Ben");
const all = [ada, ben, someBike("Cleo"), someBike("Dan")];

function fixture() {
  const tab = memoryStorage();
  const open = (owner = manuel) => new UnsentAnswers(bikeInbox(tab), owner);
  return { tab, open };
}

const queued = (item: Bike, state: OperationState): QueuedAnswer<Bike, BikeDecision> => ({
  item,
  decision: "scrap",
  justification: "Rusty",
  state,
  operationId: null,
  changedAt: 0,
});

test("What has not reached the ledger is found by the next page of the same account", () => {
  const { open } = fixture();
  open().save([
    queued(ada, "waiting"),
    queued(ben, "recorded"),
    queued(someBike("Cleo"), DONE),
    queued(someBike("Dan"), { stopped: { kind: "ledger-unavailable" } }),
  ]);
  expect(open().earlier(all)).toEqual([
    { item: ada, decision: "scrap", justification: "Rusty" },
    { item: someBike("Dan"), decision: "scrap", justification: "Rusty" },
  ]);
  expect(open(grace).earlier(all)).toEqual([]);
});

test("Names stay out of what is saved", () => {
  const { tab, open } = fixture();
  open().save([queued(ada, "waiting")]);
  expect([...tab.saved.values()]).toEqual([
    [{ group: "harbor", itemId: "bike-Ada", decision: "scrap", justification: "Rusty" }],
  ]);
});

test("Nothing stays saved when all is recorded", () => {
  const { tab, open } = fixture();
  const unsent = open();
  unsent.save([queued(ada, "waiting")]);
  unsent.save([queued(ada, "recorded")]);
  expect(tab.saved.size).toBe(0);
});

test("What is saved already is not saved again", () => {
  const { tab, open } = fixture();
  const unsent = open();
  unsent.save([queued(ada, "waiting")]);
  unsent.save([queued(ada, "waiting"), queued(ben, "sending")]);
  expect(tab.saves).toBe(1);
});

test("What an earlier page left stays until its group is given again or discarded", () => {
  const { tab, open } = fixture();
  open().save([queued(ada, "waiting"), queued(someBike("Eve", { shop: "quay" }), "waiting")]);
  const next = open();
  next.save([]);
  expect(next.earlier(all)).toHaveLength(1);
  next.discard("harbor");
  expect(next.earlier(all)).toEqual([]);
  expect(tab.saved.get("manuel")?.map(({ group }) => group)).toEqual(["quay"]);
  next.discard("quay");
  expect(tab.saved.size).toBe(0);
});

test("What is given again stays saved while the earlier page's copy is discarded", () => {
  const { tab, open } = fixture();
  open().save([queued(ada, "waiting")]);
  const next = open();
  next.save([queued(ada, "waiting")]);
  next.discard("harbor");
  expect(tab.saved.get("manuel")).toHaveLength(1);
  next.save([queued(ada, "recorded")]);
  expect(tab.saved.size).toBe(0);
});

test("Only items that are still there, and in their group, are answered", () => {
  const { open } = fixture();
  open().save([queued(ada, "waiting"), queued(ben, "waiting")]);
  const answers = open().earlier([ada, someBike("Ben", { shop: "elsewhere" })]);
  expect(answers.map(({ item }) => item.id)).toEqual(["bike-Ada"]);
});

test("A storage without room is no error: the next change is tried again", () => {
  const { tab, open } = fixture();
  const unsent = open();
  tab.hasRoom = false;
  unsent.save([queued(ada, "waiting")]);
  expect(tab.saved.size).toBe(0);
  tab.hasRoom = true;
  unsent.save([queued(ada, "waiting"), queued(ben, "waiting")]);
  expect(open().earlier(all)).toHaveLength(2);
});

const schema = unsentAnswersInTab<BikeDecision>(["repair", "scrap"]);
const stored = { group: "harbor", itemId: "bike-Ada", decision: "scrap", justification: "" };

test("An answer is read back as it was saved", () => {
  expect(schema.parse([stored])).toEqual([stored]);
});

test("What is no list is not read back", () => {
  expect(schema.safeParse(7).success).toBe(false);
});

test.each<[string, unknown]>([
  ["no answer", null],
  ["half an answer", { group: "harbor", itemId: "bike-Ben" }],
  ["a decision that nobody can make", { ...stored, itemId: "bike-Ben", decision: "sell" }],
])("%s is not taken up again, and takes no other answer with it", (_title, value) => {
  expect(schema.parse([value, stored])).toEqual([stored]);
});
