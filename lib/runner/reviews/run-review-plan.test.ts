import { expect, test } from "vitest";
import { ReviewWorld } from "../testing/review-world";
import { nth } from "../testing/nth";

test("every operation is durable before it is sent, and has an outcome after it", async () => {
  const world = new ReviewWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 250);
  const plan = world.plan(...world.answers(review, instance));
  const { results, stopped } = await world.run(plan);
  expect(stopped).toBeNull();
  for (const { operation } of plan.operations) {
    const at = ["planned", "effect", "outcome"].map((word) =>
      world.small.journal.indexOf(`${word} ${operation.id}`),
    );
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  }
  expect(results.every(({ outcome }) => outcome?.evidence === "observed")).toBe(true);
  expect(world.small.spooled.size).toBe(0);
});

test("nothing is sent when the ledger cannot be written", async () => {
  const world = new ReviewWorld();
  world.ledger.fateOf = () => "down";
  const { result, outcome } = await world.runOne(world.create());
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(outcome).toBeNull();
  expect(world.reviews.writes).toEqual([]);
});

test("a review that was created is named by its outcome, and carries the mark of its operation", async () => {
  const world = new ReviewWorld();
  const { outcome, subject, operation } = await world.runOne(world.create());
  const review = nth([...world.reviews.reviews.values()], 0);
  expect(outcome).toMatchObject({ result: "done", evidence: "observed", detail: null });
  expect(subject).toEqual({ type: "review", id: review.id });
  const entry = world.ledger.entries.find(({ kind }) => kind === "carried-out");
  expect(entry).toMatchObject({ operationId: operation.id, guestId: null, subject });
});

test("a request without the mark of its operation is never sent", async () => {
  const world = new ReviewWorld();
  const wanted = { ...world.create(), body: () => ({ descriptionForAdmins: "no mark" }) };
  const { outcome } = await world.runOne(wanted);
  expect(outcome).toMatchObject({ result: "failed" });
  expect(outcome?.detail).toContain("Not attempted");
  expect(world.reviews.writes).toEqual([]);
});

test.each([
  ["another method", { method: "PATCH" as const }],
  ["another path", { path: "/users/00000000-0000-4000-b000-000000000009" }],
  ["a path that leads on", { path: "/identityGovernance/accessReviews/definitions/../x" }],
  ["a query", { path: "/identityGovernance/accessReviews/definitions?x" }],
])("a request with %s than its kind's is never sent", async (_title, given) => {
  const world = new ReviewWorld();
  const { outcome } = await world.runOne({ ...world.create(), ...given });
  expect(outcome?.detail).toContain("Not attempted: the request is not what it is called");
  expect(world.reviews.writes).toEqual([]);
});

test("taking out of a group without its `$ref`, which would delete the account, is never sent", async () => {
  const world = new ReviewWorld();
  const [guest] = world.small.guests(1);
  const group = world.reviews.addGroup({ members: new Set([guest?.id ?? ""]) });
  const wanted = world.remove(group, guest?.id ?? "");
  const { outcome } = await world.runOne({ ...wanted, path: wanted.path.replace("/$ref", "") });
  expect(outcome?.result).toBe("failed");
  expect(world.reviews.writes).toEqual([]);
});

test("what is so already is not sent", async () => {
  const world = new ReviewWorld();
  const review = world.reviews.addReview({ displayName: "Partners" });
  const ended = { ...world.reviews.addReview(), status: "Completed" };
  world.reviews.reviews.set(ended.id, ended);
  const gone = world.reviews.addReview();
  world.reviews.reviews.delete(gone.id);
  const [guest] = world.small.guests(1);
  const guestId = guest?.id ?? "";
  const plan = world.plan(
    world.on(review, "change-review", { displayName: "Partners" }),
    world.on(ended, "stop-review"),
    world.on(gone, "delete-review"),
    world.add(world.reviews.addGroup({ members: new Set([guestId]) }), guestId),
    world.remove(world.reviews.addGroup(), guestId),
  );
  const { results } = await world.run(plan);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(
    plan.operations.map(() => "already-so"),
  );
  expect(world.reviews.writes).toEqual([]);
});

test("what an instance's status does not allow is not sent, and says so", async () => {
  const world = new ReviewWorld();
  const review = world.reviews.addReview();
  const [running, ended, coming] = ["InProgress", "Completed", "NotStarted"].map((status) =>
    Object.assign(world.reviews.addInstance(review, 1), { status }),
  );
  if (!running || !ended || !coming) throw new Error("three instances");
  const plan = world.plan(
    world.within(review, running, "apply-instance"),
    world.within(review, ended, "remind-reviewers"),
    world.within(review, ended, "reset-instance"),
    world.within(review, ended, "accept-recommendations"),
    world.within(review, coming, "stop-instance"),
    nth(world.answers(review, ended), 0),
  );
  const { results } = await world.run(plan);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(
    plan.operations.map(() => "refused"),
  );
  expect(results[1]?.outcome?.detail).toContain("its status is Completed");
  expect(world.reviews.writes).toEqual([]);
});

test("each kind does what it is called, once, and is seen where it shows", async () => {
  const world = new ReviewWorld();
  const { reviews } = world;
  const make = (status = "InProgress") => {
    const review = reviews.addReview({ displayName: "Snapshot" });
    return [review, Object.assign(reviews.addInstance(review, 2), { status })] as const;
  };
  const [changed] = make();
  const [deleted] = make();
  const [stopped] = make();
  const decided = make();
  const item = nth([...decided[1].items.values()], 0);
  Object.assign(item, { decision: "Approve", reviewedAt: world.clock.now() });
  const [guest] = world.small.guests(1);
  const guestId = guest?.id ?? "";
  const plan = world.plan(
    world.create(),
    world.createGroup(),
    world.on(changed, "change-review", { displayName: "After" }),
    world.on(deleted, "delete-review"),
    world.on(stopped, "stop-review"),
    world.within(...make(), "stop-instance"),
    world.within(...make("Completed"), "apply-instance"),
    world.within(...decided, "reset-instance"),
    world.within(...make(), "accept-recommendations"),
    world.add(reviews.addGroup(), guestId),
    world.remove(reviews.addGroup({ members: new Set([guestId]) }), guestId),
    world.within(...make(), "remind-reviewers"),
  );
  const { results } = await world.run(plan);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(plan.operations.map(() => "done"));
  const evidence = results.map(({ outcome }) => outcome?.evidence);
  expect(evidence).toEqual([...plan.operations.slice(1).map(() => "observed"), "reported"]);
  expect(world.reviews.effects.map(({ kind }) => kind).sort()).toEqual(
    plan.operations.map(({ operation }) => operation.kind).sort(),
  );
});

test("a thousand answers keep to the quota, and are looked at and read back in few readings", async () => {
  const world = new ReviewWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 1_000);
  const began = world.clock.now();
  const { results } = await world.run(world.plan(...world.answers(review, instance)));
  expect(results.every(({ outcome }) => outcome?.result === "done")).toBe(true);
  expect(results.every(({ outcome }) => outcome?.evidence === "observed")).toBe(true);
  const seconds = (world.clock.now() - began) / 1_000;
  expect(seconds).toBeGreaterThanOrEqual(49);
  expect(seconds).toBeLessThan(60);
  expect(world.reviews.writes).toHaveLength(1_000);
  expect(world.reviews.readings.length).toBeLessThan(40);
});

test("a few answers are read one by one, not with all ten thousand items of their instance", async () => {
  const world = new ReviewWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 200);
  await world.run(world.plan(...world.answers(review, instance).slice(0, 2)));
  expect(world.reviews.readings.some((path) => path.includes("filterByCurrentUser"))).toBe(false);
  expect(world.reviews.readings.length).toBeLessThan(8);
});

test("an answer that stands already is not given again, and somebody else's is", async () => {
  const world = new ReviewWorld();
  const review = world.reviews.addReview();
  const instance = world.reviews.addInstance(review, 2);
  const first = world.plan(...world.answers(review, instance));
  await world.run(first);
  nth([...instance.items.values()], 1).reviewedBy = world.small.mintId();
  const { results } = await world.run(world.plan(...world.answers(review, instance)));
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(["already-so", "done"]);
});

test("names of guests go to the ledger on cards, one each", async () => {
  const world = new ReviewWorld();
  const [guest] = world.small.guests(1);
  const guestId = guest?.id ?? "";
  const groups = [world.reviews.addGroup(), world.reviews.addGroup()];
  await world.run(world.plan(...groups.map((group) => world.add(group, guestId))));
  expect(world.ledger.requests[0]?.cards).toEqual([
    { subjectId: guestId, displayName: "Guest", mail: null },
  ]);
});
