import { expect, test } from "vitest";
import { planCatchAllGroup } from "@/lib/domain/reviews/catch-all";
import { putBody } from "@/lib/domain/reviews/change-settings";
import { operationIdIn } from "@/lib/domain/reviews/marker";
import { planAnswers } from "@/lib/domain/reviews/plan-answers";
import {
  planCreate,
  planForInstance,
  planForReview,
  planRemovals,
} from "@/lib/domain/reviews/plan-review";
import { readInstances } from "@/lib/graph/reviews/read-instances";
import { readItems } from "@/lib/graph/reviews/read-items";
import { readReview } from "@/lib/graph/reviews/read-review";
import { readReviews } from "@/lib/graph/reviews/read-reviews";
import { nth } from "../testing/nth";
import { SimulatedReviewFixture } from "../testing/simulated-review-fixture";

const REVIEWS = "/identityGovernance/accessReviews/definitions";

test("a review is created from the template, named by its outcome, and found by its mark", async () => {
  const fixture = new SimulatedReviewFixture(40);
  const groupId = await fixture.group(fixture.guests().slice(0, 5));
  const plan = planCreate(fixture.draft([groupId]), fixture.planning);
  const { results, stopped } = await fixture.run(plan);
  expect(stopped).toBeNull();
  expect(results[0]?.outcome).toMatchObject({ result: "done", evidence: "observed", detail: null });
  const review = await readReview(fixture.services.graph, results[0]?.subject?.id ?? "");
  expect(review.operationId).toBe(nth(plan.operations, 0).operation.id);
  expect(review.settings).toMatchObject({ ifNobodyAnswers: "Deny", autoApply: true });
});

test("under many faults, and with lists that lag, every operation makes one review and one group", async () => {
  const fixture = new SimulatedReviewFixture(60);
  const groups = await Promise.all(
    [0, 1, 2, 3, 4, 5].map((index) => fixture.group(fixture.guests().slice(index, index + 2))),
  );
  fixture.simulated.tenant.conditions.staleReadsMs = 15_000;
  fixture.simulated.strikes(
    { kind: "gateway-timeout-after-accept", method: "POST", pathPrefix: REVIEWS, times: 2 },
    { kind: "reset-after-accept", method: "POST", pathPrefix: REVIEWS, times: 2 },
    { kind: "throttled-though-applied", method: "POST", pathPrefix: REVIEWS, times: 1 },
    { kind: "throttled", method: "POST", pathPrefix: REVIEWS, times: 2, retryAfterSeconds: 3 },
    { kind: "gateway-timeout-after-accept", method: "POST", pathPrefix: "/groups", times: 1 },
  );
  const reviews = await fixture.run(planCreate(fixture.draft(groups), fixture.planning));
  const group = await fixture.run(planCatchAllGroup(fixture.planning));
  fixture.simulated.tenant.clock.advance(60_000);
  expect(reviews.results.map(({ outcome }) => outcome?.result)).toEqual(groups.map(() => "done"));
  const marks = (await readReviews(fixture.services.graph)).map(({ descriptionForAdmins }) =>
    operationIdIn(descriptionForAdmins),
  );
  expect(marks.sort()).toEqual(reviews.results.map(({ operationId }) => operationId).sort());
  const nickname = `guestlist-${nth(group.results, 0).operationId}`;
  const made = [...fixture.simulated.tenant.directory.groups.values()].filter(
    ({ mailNickname }) => mailNickname === nickname,
  );
  expect(made.map(({ id }) => id)).toEqual([nth(group.results, 0).subject?.id]);
  const sent = fixture.simulated.sent.filter((line) => /^POST .*(definitions|groups)$/.test(line));
  // On a calm day it is one for each group, each review, and the group at the end.
  expect(sent.length, "the faults were injected").toBeGreaterThan(2 * groups.length + 1);
});

test("a reviewer answers everything under many faults, each item once and as it was said", async () => {
  const fixture = new SimulatedReviewFixture(160);
  const { items } = await fixture.running(130);
  fixture.simulated.strikes(
    { kind: "throttled", method: "PATCH", chance: 0.1, retryAfterSeconds: 4 },
    { kind: "throttled-though-applied", method: "PATCH", chance: 0.1 },
    { kind: "reset-after-accept", method: "PATCH", chance: 0.1 },
    { kind: "gateway-timeout", method: "PATCH", chance: 0.05 },
    { kind: "unavailable", chance: 0.05 },
    { kind: "batch-shuffled", chance: 0.2 },
  );
  const answers = (await items()).map((item, index) => ({
    item,
    decision: index % 2 === 0 ? ("Deny" as const) : ("Approve" as const),
    justification: `Number ${index}`,
  }));
  expect(answers).toHaveLength(130);
  const { results } = await fixture.run(planAnswers(answers, fixture.planning));
  fixture.simulated.tenant.conditions.faults.length = 0;
  const after = new Map((await items()).map((item) => [item.id, item]));
  for (const [index, { outcome }] of results.entries()) {
    const { item, decision, justification } = nth(answers, index);
    const now = after.get(item.id);
    const stands = now?.decision === decision && now.justification === justification;
    expect(outcome?.result).toBe(stands ? "done" : "failed");
    expect(outcome?.evidence).toBe("observed");
  }
  expect(results.filter(({ outcome }) => outcome?.result === "done").length).toBeGreaterThan(110);
});

test("who is no reviewer is refused before anything is sent, whatever their role", async () => {
  const fixture = new SimulatedReviewFixture(60);
  const groupId = await fixture.group(fixture.guests().slice(0, 3));
  const uma = fixture.simulated.tenant.personas.find(({ name }) => name === "Uma Lindqvist");
  const reviewers = { kind: "people", userIds: [uma?.userId ?? ""] } as const;
  const draft = fixture.draft([groupId]);
  const stages = [{ reviewers, fallbackIds: [], durationDays: 14 }];
  const { results } = await fixture.run(planCreate({ ...draft, stages }, fixture.planning));
  const { graph } = fixture.services;
  const reviewId = nth(results, 0).subject?.id ?? "";
  const instance = nth(await readInstances(graph, reviewId), 0);
  const { items } = await readItems(graph, { reviewId, instanceId: instance.id });
  const answers = items.map((item) => ({
    ...{ item, decision: "Deny" as const, justification: "Gone" },
  }));
  const ran = await fixture.run(planAnswers(answers, fixture.planning));
  expect(ran.results.map(({ outcome }) => outcome?.result)).toEqual([
    "refused",
    "refused",
    "refused",
  ]);
});

test("an instance is reminded of, reset, decided as recommended, ended, applied; then the review goes", async () => {
  const fixture = new SimulatedReviewFixture(60);
  const { review, instance, items, groupId } = await fixture.running(6, {
    ifNobodyAnswers: null,
    autoApply: false,
  });
  const on = (kind: Parameters<typeof planForInstance>[0]) =>
    fixture.results(planForInstance(kind, instance, review, fixture.planning));
  const [first] = await items();
  if (first === undefined) throw new Error("an item");
  const answer = { item: first, decision: "Approve", justification: "Stays" } as const;
  expect(await fixture.results(planAnswers([answer], fixture.planning))).toEqual(["done"]);
  expect(await on("remind-reviewers")).toEqual(["done"]);
  expect(await on("apply-instance")).toEqual(["refused"]);
  expect(await on("reset-instance")).toEqual(["done"]);
  expect(await on("reset-instance")).toEqual(["already-so"]);
  expect(await on("accept-recommendations")).toEqual(["done"]);
  expect(await on("accept-recommendations")).toEqual(["already-so"]);
  expect(await on("stop-instance")).toEqual(["done"]);
  expect(await on("stop-instance")).toEqual(["already-so"]);
  expect(await on("remind-reviewers")).toEqual(["refused"]);
  expect(await on("apply-instance")).toEqual(["done"]);
  fixture.simulated.tenant.clock.advance(3_600_000);
  const denied = (await items()).filter(({ decision }) => decision === "Deny");
  expect(denied.length).toBeGreaterThan(0);
  const { memberIds } = [...fixture.simulated.tenant.directory.groups.values()].find(
    ({ id }) => id === groupId,
  ) ?? { memberIds: new Set<string>() };
  expect(denied.some(({ principal }) => memberIds.has(principal.id))).toBe(false);
  const whole = (what: Parameters<typeof planForReview>[0]) =>
    fixture.results(planForReview(what, review, fixture.planning));
  const body = putBody(review, { name: "Another name" });
  const changed = { kind: "change-review", body, plannedFrom: review.asGiven } as const;
  expect(await whole(changed)).toEqual(["done"]);
  expect(await whole(changed)).toEqual(["already-so"]);
  expect(await whole({ kind: "stop-review" })).toEqual(["done"]);
  expect(await whole({ kind: "stop-review" })).toEqual(["already-so"]);
  expect(await whole({ kind: "delete-review" })).toEqual(["done"]);
  expect(await whole({ kind: "delete-review" })).toEqual(["already-so"]);
});

test("what Graph says against a review is told in its words", async () => {
  const fixture = new SimulatedReviewFixture(40);
  const groupId = await fixture.group(fixture.guests().slice(0, 2));
  const plan = planCreate(fixture.draft([groupId]), fixture.planning);
  const { operation } = nth(plan.operations, 0);
  const body = {
    ...(nth(operation.steps, 0).request.body as object),
    scope: { query: "/users?$filter=userType eq 'Guest'" },
  };
  const step = nth(operation.steps, 0);
  const steps = [{ ...step, request: { ...step.request, body: body as never } }];
  const bad = {
    ...plan,
    operations: [{ ...nth(plan.operations, 0), operation: { ...operation, steps } }],
  };
  const { results } = await fixture.run(bad);
  expect(results[0]?.outcome?.result).toBe("failed");
  expect(results[0]?.outcome?.detail).toMatch(/^Graph answered 400 .*In its words: “.{10,}”$/);
});

test("guests come into a group and leave it, and nobody of a group that follows a rule is touched", async () => {
  const fixture = new SimulatedReviewFixture(120);
  const guests = fixture.guests().slice(0, 40);
  const groupId = await fixture.group([]);
  fixture.simulated.strikes(
    { kind: "throttled-though-applied", method: "POST", pathPrefix: "/groups", chance: 0.1 },
    { kind: "reset-after-accept", method: "DELETE", chance: 0.1 },
  );
  expect(await fixture.resultsLater(fixture.adding(groupId, guests))).toEqual(
    guests.map(() => "done"),
  );
  const { directory } = fixture.simulated.tenant;
  expect(directory.groups.get(groupId)?.memberIds.size).toBe(40);
  const leaving = guests.map(({ id }) => ({
    guest: { id, displayName: "", mail: null },
    groupId,
  }));
  const left = await fixture.resultsLater(planRemovals(leaving, fixture.planning));
  expect(left).toEqual(guests.map(() => "done"));
  expect(directory.groups.get(groupId)?.memberIds.size).toBe(0);
  const isGuest = new Set(fixture.guests().map(({ id }) => id));
  const ruled = [...directory.groups.values()].find(
    ({ groupTypes, memberIds }) =>
      groupTypes.includes("DynamicMembership") && [...memberIds].some((id) => isGuest.has(id)),
  );
  const member = [...(ruled?.memberIds ?? [])].find((id) => isGuest.has(id)) ?? "";
  const deniedMember = {
    guest: { id: member, displayName: "", mail: null },
    groupId: ruled?.id ?? "",
  };
  expect(await fixture.results(planRemovals([deniedMember], fixture.planning))).toEqual([
    "refused",
  ]);
  expect(ruled?.memberIds.has(member)).toBe(true);
});
