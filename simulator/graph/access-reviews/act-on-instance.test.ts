import { describe, expect, test } from "vitest";
import { eachGroup, quarterly, reviewer, ReviewBed } from "./review-bed.ts";

async function running(settings: object = quarterly) {
  const bed = new ReviewBed();
  const definition = await bed.review({ settings });
  const instance = await bed.instance(definition);
  const act = async (word: string, as = bed.governor, body?: unknown) =>
    (await bed.post(`${instance}/${word}`, body, { as })).status;
  return { bed, definition, instance, act };
}

describe("Read instances: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-list-instances", () => {
  test("filters by status and selects", async () => {
    const { bed, definition } = await running();
    expect(
      await bed.rows(`${definition}/instances?$filter=status eq 'InProgress'&$select=status`),
    ).toEqual([{ status: "InProgress" }]);
    expect(await bed.rows(`${definition}/instances?$filter=status eq 'Applied'`)).toEqual([]);
  });

  test("reviewers see the instances that they were asked about, and who else was", async () => {
    const bed = new ReviewBed();
    const other = bed.member("Ona Other");
    bed.addGroup({
      displayName: "Second",
      groupTypes: ["Unified"],
      memberIds: new Set([bed.quiet.id]),
      ownerIds: new Set([other.id]),
    });
    const definition = await bed.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
    expect(await bed.rows(`${definition}/instances`)).toHaveLength(2);
    const [mine] = await bed.rows(`${definition}/instances`, other);
    expect(await bed.rows(`${definition}/instances`, other)).toHaveLength(1);
    const byMe = `${definition}/instances/filterByCurrentUser(on='reviewer')`;
    expect(await bed.rows(byMe, other)).toEqual([mine]);
    const at = `${definition}/instances/${mine?.id ?? ""}`;
    expect(await bed.rows(`${at}/contactedReviewers`, other)).toMatchObject([{ id: other.id }]);
    expect((await bed.get(at, { as: bed.owner })).status).toBe(403);
  });
});

describe("Stop an instance: https://learn.microsoft.com/graph/api/accessreviewinstance-stop", () => {
  test("ends it early and for good, and the series goes on", async () => {
    const { bed, definition, instance, act } = await running();
    expect(await act("stop", bed.owner)).toBe(403);
    expect(await act("stop")).toBe(204);
    expect(await bed.statusOf(instance)).toBe("Completed");
    expect(await act("stop")).toBe(400);
    expect((await bed.decide(instance, bed.quiet, "Approve", bed.owner)).status).toBe(400);
    bed.pass(1);
    expect(await bed.statusOf(instance)).toBe("Applied");
    bed.pass(100);
    expect(await bed.rows(`${definition}/instances`)).toHaveLength(2);
  });
});

describe("Apply decisions: https://learn.microsoft.com/graph/api/accessreviewinstance-applydecisions", () => {
  test("waits for somebody where nothing is applied by itself", async () => {
    const settings = {
      ...quarterly,
      autoApplyDecisionsEnabled: false,
      defaultDecisionEnabled: false,
    };
    const { bed, instance, act } = await running(settings);
    await bed.decide(instance, bed.quiet, "Deny", bed.owner);
    expect(await act("applyDecisions")).toBe(400);
    bed.pass(20);
    expect(await bed.statusOf(instance)).toBe("Completed");
    expect(bed.group.memberIds).toContain(bed.quiet.id);
    expect(await act("applyDecisions", bed.owner)).toBe(403);
    expect(await act("applyDecisions")).toBe(204);
    bed.pass(1);
    expect(await bed.statusOf(instance)).toBe("Applied");
    expect([...bed.group.memberIds]).toEqual([bed.active.id, bed.never.id, bed.owner.id]);
    const quiet = (await bed.decisions(instance)).find(({ decision }) => decision === "Deny");
    expect(quiet).toMatchObject({ appliedBy: { id: bed.governor.id } });
    expect(bed.tenant.directory.effects.at(-1)).toMatchObject({
      kind: "group-member-removed",
      actorId: bed.governor.id,
    });
  });

  test("is refused where decisions are applied automatically", async () => {
    const { bed, act } = await running();
    bed.pass(15);
    expect(await act("applyDecisions")).toBe(400);
  });

  test("what nobody decided follows the recommendation where that is the default", async () => {
    const { bed, instance } = await running({ ...quarterly, defaultDecision: "Recommendation" });
    bed.pass(15);
    const made = (await bed.decisions(instance)).map(({ decision }) => decision);
    expect(made).toEqual(["Approve", "Deny", "Deny"]);
    expect([...bed.group.memberIds]).toEqual([bed.active.id, bed.owner.id]);
  });
});

describe("Reset and remind: https://learn.microsoft.com/graph/api/accessreviewinstance-resetdecisions", () => {
  test("nothing is decided any more after a reset", async () => {
    const { bed, instance, act } = await running();
    await bed.decide(instance, bed.quiet, "Deny", bed.owner);
    expect(await act("resetDecisions")).toBe(204);
    const made = new Set((await bed.decisions(instance)).map(({ decision }) => decision));
    expect([...made]).toEqual(["NotReviewed"]);
  });

  test("a reminder needs a running instance", async () => {
    const { bed, act } = await running();
    expect(await act("sendReminder")).toBe(204);
    bed.pass(15);
    expect(await act("sendReminder")).toBe(400);
  });
});

describe("Update an instance: https://learn.microsoft.com/graph/api/accessreviewinstance-update", () => {
  test("exchanges the reviewers while it runs, and takes no fallback away", async () => {
    const bed = new ReviewBed();
    const fallbackReviewers = [reviewer(`/users/${bed.admin.id}`)];
    const definition = await bed.review({ fallbackReviewers });
    const instance = await bed.instance(definition);
    const put = (body: unknown) => bed.send("PUT", instance, { as: bed.governor, body });
    const { scope } = bed.body();
    const reviewers = [reviewer(`/users/${bed.governor.id}`)];
    expect((await put({ scope, reviewers })).status).toBe(409);
    expect((await put({ reviewers, fallbackReviewers })).status).toBe(400);
    const response = await put({ scope, reviewers, fallbackReviewers });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ reviewers: [{ query: reviewers[0]?.query }] });
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.owner)).status).toBe(403);
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.governor)).status).toBe(204);
  });
});
