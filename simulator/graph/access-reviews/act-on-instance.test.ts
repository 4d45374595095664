import { describe, expect, test } from "vitest";
import { eachGroup, quarterly, reviewer, ReviewFixture } from "./review-fixture.ts";

async function running(settings: object = quarterly) {
  const fixture = new ReviewFixture();
  const definition = await fixture.review({ settings });
  const instance = await fixture.instance(definition);
  const act = async (word: string, as = fixture.governor, body?: unknown) =>
    (await fixture.post(`${instance}/${word}`, body, { as })).status;
  return { fixture, definition, instance, act };
}

describe("Read instances: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-list-instances", () => {
  test("filters by status and selects", async () => {
    const { fixture, definition } = await running();
    expect(
      await fixture.rows(`${definition}/instances?$filter=status eq 'InProgress'&$select=status`),
    ).toEqual([{ status: "InProgress" }]);
    expect(await fixture.rows(`${definition}/instances?$filter=status eq 'Applied'`)).toEqual([]);
  });

  test("reviewers see the instances that they were asked about, and who else was", async () => {
    const fixture = new ReviewFixture();
    const other = fixture.member("Ona Other");
    fixture.addGroup({
      displayName: "Second",
      groupTypes: ["Unified"],
      memberIds: new Set([fixture.quiet.id]),
      ownerIds: new Set([other.id]),
    });
    const definition = await fixture.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
    expect(await fixture.rows(`${definition}/instances`)).toHaveLength(2);
    const [mine] = await fixture.rows(`${definition}/instances`, other);
    expect(await fixture.rows(`${definition}/instances`, other)).toHaveLength(1);
    const byMe = `${definition}/instances/filterByCurrentUser(on='reviewer')`;
    expect(await fixture.rows(byMe, other)).toEqual([mine]);
    const at = `${definition}/instances/${mine?.id ?? ""}`;
    expect(await fixture.rows(`${at}/contactedReviewers`, other)).toMatchObject([{ id: other.id }]);
    expect((await fixture.get(at, { as: fixture.owner })).status).toBe(403);
  });
});

describe("Stop an instance: https://learn.microsoft.com/graph/api/accessreviewinstance-stop", () => {
  test("ends it early and for good, and the series goes on", async () => {
    const { fixture, definition, instance, act } = await running();
    expect(await act("stop", fixture.owner)).toBe(403);
    expect(await act("stop")).toBe(204);
    expect(await fixture.statusOf(instance)).toBe("Completed");
    expect(await act("stop")).toBe(400);
    expect((await fixture.decide(instance, fixture.quiet, "Approve", fixture.owner)).status).toBe(
      400,
    );
    fixture.pass(1);
    expect(await fixture.statusOf(instance)).toBe("Applied");
    fixture.pass(100);
    expect(await fixture.rows(`${definition}/instances`)).toHaveLength(2);
  });
});

describe("Apply decisions: https://learn.microsoft.com/graph/api/accessreviewinstance-applydecisions", () => {
  test("waits for somebody where nothing is applied by itself", async () => {
    const settings = {
      ...quarterly,
      autoApplyDecisionsEnabled: false,
      defaultDecisionEnabled: false,
    };
    const { fixture, instance, act } = await running(settings);
    await fixture.decide(instance, fixture.quiet, "Deny", fixture.owner);
    expect(await act("applyDecisions")).toBe(400);
    fixture.pass(20);
    expect(await fixture.statusOf(instance)).toBe("Completed");
    expect(fixture.group.memberIds).toContain(fixture.quiet.id);
    expect(await act("applyDecisions", fixture.owner)).toBe(403);
    expect(await act("applyDecisions")).toBe(204);
    fixture.pass(1);
    expect(await fixture.statusOf(instance)).toBe("Applied");
    expect([...fixture.group.memberIds]).toEqual([
      fixture.active.id,
      fixture.never.id,
      fixture.owner.id,
    ]);
    const quiet = (await fixture.decisions(instance)).find(({ decision }) => decision === "Deny");
    expect(quiet).toMatchObject({ appliedBy: { id: fixture.governor.id } });
    expect(fixture.tenant.directory.effects.at(-1)).toMatchObject({
      kind: "group-member-removed",
      actorId: fixture.governor.id,
    });
  });

  test("is refused where decisions are applied automatically", async () => {
    const { fixture, act } = await running();
    fixture.pass(15);
    expect(await act("applyDecisions")).toBe(400);
  });

  test("what nobody decided follows the recommendation where that is the default", async () => {
    const { fixture, instance } = await running({
      ...quarterly,
      defaultDecision: "Recommendation",
    });
    fixture.pass(15);
    const made = (await fixture.decisions(instance)).map(({ decision }) => decision);
    expect(made).toEqual(["Approve", "Deny", "Deny"]);
    expect([...fixture.group.memberIds]).toEqual([fixture.active.id, fixture.owner.id]);
  });
});

describe("Reset and remind: https://learn.microsoft.com/graph/api/accessreviewinstance-resetdecisions", () => {
  test("nothing is decided any more after a reset", async () => {
    const { fixture, instance, act } = await running();
    await fixture.decide(instance, fixture.quiet, "Deny", fixture.owner);
    expect(await act("resetDecisions")).toBe(204);
    const made = new Set((await fixture.decisions(instance)).map(({ decision }) => decision));
    expect([...made]).toEqual(["NotReviewed"]);
  });

  test("a reminder needs a running instance", async () => {
    const { fixture, act } = await running();
    expect(await act("sendReminder")).toBe(204);
    fixture.pass(15);
    expect(await act("sendReminder")).toBe(400);
  });
});

describe("Update an instance: https://learn.microsoft.com/graph/api/accessreviewinstance-update", () => {
  test("exchanges the reviewers while it runs, and takes no fallback away", async () => {
    const fixture = new ReviewFixture();
    const fallbackReviewers = [reviewer(`/users/${fixture.admin.id}`)];
    const definition = await fixture.review({ fallbackReviewers });
    const instance = await fixture.instance(definition);
    const put = (body: unknown) => fixture.send("PUT", instance, { as: fixture.governor, body });
    const { scope } = fixture.body();
    const reviewers = [reviewer(`/users/${fixture.governor.id}`)];
    expect((await put({ scope, reviewers })).status).toBe(409);
    expect((await put({ reviewers, fallbackReviewers })).status).toBe(400);
    const response = await put({ scope, reviewers, fallbackReviewers });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ reviewers: [{ query: reviewers[0]?.query }] });
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.owner)).status).toBe(403);
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.governor)).status).toBe(
      204,
    );
  });
});
