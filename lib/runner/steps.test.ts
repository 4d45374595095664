import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Json } from "@/lib/domain/json";
import type { Operation } from "@/lib/domain/operation";
import type { Plan } from "@/lib/domain/plan";
import type { LaterStep } from "@/lib/operations/operation-handler";
import { addMember } from "@/lib/operations/group/add-member";
import { createGroup } from "@/lib/operations/group/create-group";
import { resolveUnknown } from "./resolve-unknown";
import { retryPlan } from "./retry-plan";
import { runPlan } from "./run-plan";
import { nth } from "./testing/nth";
import { ReviewFixture } from "./testing/review-fixture";
import { run } from "./testing/run";
import { RunnerFixture } from "./testing/runner-fixture";

/** No kind of today refers to what an earlier step made: a group that is made with its first member does. */
const addFirst: LaterStep = {
  ...addMember,
  labels: { ...addMember.labels, notDone: "The group was created, but nobody was added." },
  partlyDone: "The group was created, but nobody was added.",
  notNeeded: "Not sent.",
  notKnown: "The group was created. Whether somebody was added is not known.",
  verificationMode: "none",
  request: { method: "POST", path: "/groups/[^/]+/members/\\$ref" },
  isNeeded: () => Promise.resolve(true),
  precheck: () => Promise.resolve({ outcome: null, snapshot: {} }),
};

const kind: { laterSteps?: Readonly<Record<string, LaterStep>> } = createGroup;
beforeAll(() => {
  kind.laterSteps = { "add-first": addFirst };
});
afterAll(() => {
  delete kind.laterSteps;
});

const GUEST = "10000000-0000-4000-8000-0000000000aa";
let fixture = new ReviewFixture();
beforeEach(() => {
  fixture = new ReviewFixture();
});

/** The plan that makes a group and adds somebody to it by reference to it. */
function groupWithMember(): Plan {
  const plan = fixture.plan({ ...fixture.createGroup() });
  const planned = nth(plan.operations, 0);
  const body: Json = { "@odata.id": `https://graph.test/v1.0/directoryObjects/${GUEST}` };
  const path = "/groups/{create-group.id}/members/$ref";
  const second = { id: fixture.runner.mintId(), name: "add-first" };
  const steps = [
    ...planned.operation.steps,
    { ...second, request: { method: "POST" as const, path, body } },
  ];
  const operation: Operation = { ...planned.operation, steps };
  return { ...plan, operations: [{ ...planned, operation }] };
}

const sent = () => fixture.reviews.writes.map(({ method, path }) => `${method} ${path}`);
const groupId = () => nth([...fixture.reviews.groups.keys()], 0);

/** The steps of the plan's one operation, with what is recorded of each. */
function recorded({ operations }: Plan) {
  const { id, steps } = nth(operations, 0).operation;
  return steps.map((step) => fixture.ledger.outcomeOf(id, step.id)?.result ?? null);
}

test("A step is sent with the id of what an earlier one made, and is on the ledger so before it is sent", async () => {
  const plan = groupWithMember();
  let boundWhenSent: unknown = null;
  fixture.reviews.fateOf = ({ path }) => {
    if (path.endsWith("/members/$ref")) {
      boundWhenSent = fixture.ledger.entries.find(({ kind }) => kind === "bound");
    }
    return "well";
  };
  const { results } = await fixture.run(plan);
  expect(results[0]?.outcome?.result).toBe("done");
  expect(sent()).toEqual(["POST /groups", `POST /groups/${groupId()}/members/$ref`]);
  expect(boundWhenSent).toMatchObject({
    operationId: nth(plan.operations, 0).operation.id,
    request: { path: `/groups/${groupId()}/members/$ref` },
  });
  expect(recorded(plan)).toEqual(["done", "done"]);
  const { id, steps } = nth(plan.operations, 0).operation;
  const said = steps.map((step) => fixture.ledger.outcomesOf(id, step.id).length);
  expect(said, "each outcome is recorded once").toEqual([1, 1]);
});

test("What the ledger does not take in its bound form is not sent, and the first step stays done", async () => {
  const plan = groupWithMember();
  fixture.ledger.fateOf = ({ entries }) =>
    entries.some(({ kind }) => kind === "bound") ? "down" : "well";
  const { results, stopped } = await fixture.run(plan);
  expect(stopped).toEqual({ kind: "ledger-unavailable" });
  expect(results[0]?.outcome?.result).toBe("partly-done");
  expect(sent()).toEqual(["POST /groups"]);
});

test("Of an operation whose second step failed the rest is tried again, with what the first one made", async () => {
  const plan = groupWithMember();
  fixture.reviews.fateOf = ({ path }) =>
    path.endsWith("/members/$ref") ? { kind: "forbidden", applied: false } : "well";
  const { results } = await fixture.run(plan);
  expect(results[0]?.outcome).toMatchObject({ result: "partly-done" });
  expect(results[0]?.outcome?.detail).toContain("The group was created, but nobody was added.");
  expect(recorded(plan)).toEqual(["done", "refused"]);
  fixture.reviews.fateOf = () => "well";
  const again = retryPlan(plan, results, "once more", () => fixture.runner.mintId());
  const [step] = nth(again.operations, 0).operation.steps;
  expect(step?.request.path).toBe(`/groups/${groupId()}/members/$ref`);
  const second = await fixture.run(again);
  expect(second.results[0]?.outcome?.result).toBe("done");
  expect(fixture.reviews.groups.size, "the group is made once").toBe(1);
});

test.each([
  [true, "done", null],
  [false, "partly-done", "Whether somebody was added is not known."],
])(
  "A tab that is closed while the second step is sent leaves the first one listed (applied: %s): %s",
  async (applied, result, detail) => {
    const plan = groupWithMember();
    const tab = fixture.openTab();
    fixture.reviews.fateOf = ({ path }) => {
      if (!path.endsWith("/members/$ref")) return "well";
      tab.close();
      return { kind: "no-answer", applied };
    };
    void runPlan(plan, tab.services);
    await fixture.clock.drive(fixture.clock.sleep(60_000));
    expect(recorded(plan)).toEqual(["done", null]);
    fixture.reviews.fateOf = () => "well";
    await fixture.clock.drive(fixture.clock.sleep(20 * 60_000));
    const [resolved] = await fixture.clock.drive(
      resolveUnknown(fixture.unresolved(), fixture.services),
    );
    expect(resolved?.outcome?.result).toBe(result);
    if (detail !== null) expect(resolved?.outcome?.detail).toContain(detail);
  },
);

test("A step is not begun while nobody knows whether the one before it was done", async () => {
  const runner = new RunnerFixture();
  runner.directory.fateOf = ({ method }) =>
    method === "PATCH" ? { kind: "no-answer", applied: true } : "well";
  const { outcomes } = await run(runner, "block", runner.guests(1, { internal: true }));
  expect(outcomes[0]?.result).toBe("unknown");
  expect(runner.directory.writes.map(({ method }) => method)).toEqual(["PATCH"]);
});

test("Sessions are not ended where the sign-in could not be blocked", async () => {
  const runner = new RunnerFixture();
  runner.directory.fateOf = ({ method }) =>
    method === "PATCH" ? { kind: "forbidden", applied: false } : "well";
  const { outcomes, result } = await run(runner, "block", runner.guests(1, { internal: true }));
  expect(outcomes[0]?.result).toBe("refused");
  expect(result.results[0]?.steps, "the second step was not begun").toEqual([]);
  expect(runner.directory.writes.map(({ method }) => method)).toEqual(["PATCH"]);
});
