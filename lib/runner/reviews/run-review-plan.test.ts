import { expect, test } from "vitest";
import { ReviewFixture } from "../testing/review-fixture";
import { nth } from "../testing/nth";

test("every operation is durable before it is sent, and has an outcome after it", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 250);
  const plan = fixture.plan(...fixture.answers(review, instance));
  const { results, stopped } = await fixture.run(plan);
  expect(stopped).toBeNull();
  for (const { operation } of plan.operations) {
    const at = ["planned", "effect", "outcome"].map((word) =>
      fixture.runner.journal.indexOf(`${word} ${operation.id}`),
    );
    expect(at[0]).toBeGreaterThanOrEqual(0);
    expect(at).toEqual([...at].sort((one, other) => one - other));
  }
  expect(results.every(({ outcome }) => outcome?.evidence === "observed")).toBe(true);
  expect(fixture.runner.outboxEntries.size).toBe(0);
});

test("nothing is sent when the ledger cannot be written", async () => {
  const fixture = new ReviewFixture();
  fixture.ledger.fateOf = () => "down";
  const { result, outcome } = await fixture.runOne(fixture.create());
  expect(result.stopped).toEqual({ kind: "ledger-unavailable" });
  expect(outcome).toBeNull();
  expect(fixture.reviews.writes).toEqual([]);
});

test("a review that was created is named by its outcome, and carries the mark of its operation", async () => {
  const fixture = new ReviewFixture();
  const { outcome, subject, operation } = await fixture.runOne(fixture.create());
  const review = nth([...fixture.reviews.reviews.values()], 0);
  expect(outcome).toMatchObject({ result: "done", evidence: "observed", detail: null });
  expect(subject).toEqual({ type: "review", id: review.id });
  const entry = fixture.ledger.entries.find(({ kind }) => kind === "carried-out");
  expect(entry).toMatchObject({ operationId: operation.id, guestId: null, subject });
});

test("a request without the mark of its operation is never sent", async () => {
  const fixture = new ReviewFixture();
  const request = { ...fixture.create(), body: () => ({ descriptionForAdmins: "no mark" }) };
  const { outcome } = await fixture.runOne(request);
  expect(outcome).toMatchObject({ result: "failed" });
  expect(outcome?.detail).toContain("Not attempted");
  expect(fixture.reviews.writes).toEqual([]);
});

test.each([
  ["another method", { method: "PATCH" as const }],
  ["another path", { path: "/users/00000000-0000-4000-b000-000000000009" }],
  ["a path that leads on", { path: "/identityGovernance/accessReviews/definitions/../x" }],
  ["a query", { path: "/identityGovernance/accessReviews/definitions?x" }],
])("a request with %s than its kind's is never sent", async (_title, input) => {
  const fixture = new ReviewFixture();
  const { outcome } = await fixture.runOne({ ...fixture.create(), ...input });
  expect(outcome?.detail).toContain("Not attempted: the request is not what it is called");
  expect(fixture.reviews.writes).toEqual([]);
});

test("taking out of a group without its `$ref`, which would delete the account, is never sent", async () => {
  const fixture = new ReviewFixture();
  const [guest] = fixture.runner.guests(1);
  const group = fixture.reviews.addGroup({ members: new Set([guest?.id ?? ""]) });
  const request = fixture.remove(group, guest?.id ?? "");
  const { outcome } = await fixture.runOne({ ...request, path: request.path.replace("/$ref", "") });
  expect(outcome?.result).toBe("failed");
  expect(fixture.reviews.writes).toEqual([]);
});

test("what is already done is not sent", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview({ displayName: "Partners" });
  const ended = { ...fixture.reviews.addReview(), status: "Completed" };
  fixture.reviews.reviews.set(ended.id, ended);
  const gone = fixture.reviews.addReview();
  fixture.reviews.reviews.delete(gone.id);
  const [guest] = fixture.runner.guests(1);
  const guestId = guest?.id ?? "";
  const plan = fixture.plan(
    fixture.on(review, "change-review", { displayName: "Partners" }),
    fixture.on(ended, "stop-review"),
    fixture.on(gone, "delete-review"),
    fixture.add(fixture.reviews.addGroup({ members: new Set([guestId]) }), guestId),
    fixture.remove(fixture.reviews.addGroup(), guestId),
  );
  const { results } = await fixture.run(plan);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(
    plan.operations.map(() => "already-so"),
  );
  expect(fixture.reviews.writes).toEqual([]);
});

test("what an instance's status does not allow is not sent, and says so", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const [running, ended, coming] = ["InProgress", "Completed", "NotStarted"].map((status) =>
    Object.assign(fixture.reviews.addInstance(review, 1), { status }),
  );
  if (!running || !ended || !coming) throw new Error("three instances");
  const plan = fixture.plan(
    fixture.within(review, running, "apply-instance"),
    fixture.within(review, ended, "remind-reviewers"),
    fixture.within(review, ended, "reset-instance"),
    fixture.within(review, ended, "accept-recommendations"),
    fixture.within(review, coming, "stop-instance"),
    nth(fixture.answers(review, ended), 0),
  );
  const { results } = await fixture.run(plan);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(
    plan.operations.map(() => "refused"),
  );
  expect(results[1]?.outcome?.detail).toContain("its status is Completed");
  expect(fixture.reviews.writes).toEqual([]);
});

test("each kind does what it is called, once, and is seen where it shows", async () => {
  const fixture = new ReviewFixture();
  const { reviews } = fixture;
  const make = (status = "InProgress") => {
    const review = reviews.addReview({ displayName: "Snapshot" });
    return [review, Object.assign(reviews.addInstance(review, 2), { status })] as const;
  };
  const [changed] = make();
  const [deleted] = make();
  const [stopped] = make();
  const decided = make();
  const item = nth([...decided[1].items.values()], 0);
  Object.assign(item, { decision: "Approve", reviewedAt: fixture.clock.now() });
  const [guest] = fixture.runner.guests(1);
  const guestId = guest?.id ?? "";
  const plan = fixture.plan(
    fixture.create(),
    fixture.createGroup(),
    fixture.on(changed, "change-review", { displayName: "After" }),
    fixture.on(deleted, "delete-review"),
    fixture.on(stopped, "stop-review"),
    fixture.within(...make(), "stop-instance"),
    fixture.within(...make("Completed"), "apply-instance"),
    fixture.within(...decided, "reset-instance"),
    fixture.within(...make(), "accept-recommendations"),
    fixture.add(reviews.addGroup(), guestId),
    fixture.remove(reviews.addGroup({ members: new Set([guestId]) }), guestId),
    fixture.within(...make(), "remind-reviewers"),
  );
  const { results } = await fixture.run(plan);
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(plan.operations.map(() => "done"));
  const evidence = results.map(({ outcome }) => outcome?.evidence);
  expect(evidence).toEqual([...plan.operations.slice(1).map(() => "observed"), "reported"]);
  expect(fixture.reviews.effects.map(({ kind }) => kind).sort()).toEqual(
    plan.operations.map(({ operation }) => operation.kind).sort(),
  );
});

test("a thousand answers keep to the quota, and are looked at and read back in few readings", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 1_000);
  const began = fixture.clock.now();
  const { results } = await fixture.run(fixture.plan(...fixture.answers(review, instance)));
  expect(results.every(({ outcome }) => outcome?.result === "done")).toBe(true);
  expect(results.every(({ outcome }) => outcome?.evidence === "observed")).toBe(true);
  const seconds = (fixture.clock.now() - began) / 1_000;
  expect(seconds).toBeGreaterThanOrEqual(49);
  expect(seconds).toBeLessThan(60);
  expect(fixture.reviews.writes).toHaveLength(1_000);
  expect(fixture.reviews.readings.length).toBeLessThan(40);
});

test("a few answers are read one by one, not with all ten thousand items of their instance", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 200);
  await fixture.run(fixture.plan(...fixture.answers(review, instance).slice(0, 2)));
  expect(fixture.reviews.readings.some((path) => path.includes("filterByCurrentUser"))).toBe(false);
  expect(fixture.reviews.readings.length).toBeLessThan(8);
});

test("an answer that stands already is not given again, and somebody else's is", async () => {
  const fixture = new ReviewFixture();
  const review = fixture.reviews.addReview();
  const instance = fixture.reviews.addInstance(review, 2);
  const first = fixture.plan(...fixture.answers(review, instance));
  await fixture.run(first);
  nth([...instance.items.values()], 1).reviewedBy = fixture.runner.mintId();
  const { results } = await fixture.run(fixture.plan(...fixture.answers(review, instance)));
  expect(results.map(({ outcome }) => outcome?.result)).toEqual(["already-so", "done"]);
});

test("names of guests go to the ledger on cards, one each", async () => {
  const fixture = new ReviewFixture();
  const [guest] = fixture.runner.guests(1);
  const guestId = guest?.id ?? "";
  const groups = [fixture.reviews.addGroup(), fixture.reviews.addGroup()];
  await fixture.run(fixture.plan(...groups.map((group) => fixture.add(group, guestId))));
  expect(fixture.ledger.requests[0]?.cards).toEqual([
    { subjectId: guestId, displayName: "Guest", mail: null },
  ]);
});
