import { describe, expect, test } from "vitest";
import { quarterly, reviewer, ReviewFixture, type ShownDecision } from "./review-fixture.ts";

async function inStages(goesOn: string[] = []) {
  const fixture = new ReviewFixture();
  const second = fixture.member("Sera Second");
  const stage = { durationInDays: 7, recommendationsEnabled: true };
  const stageSettings = [
    {
      ...{ stageId: "1", ...stage, reviewers: [reviewer(`/users/${fixture.owner.id}`)] },
      decisionsThatWillMoveToNextStage: goesOn,
    },
    { stageId: "2", dependsOn: ["1"], ...stage, reviewers: [reviewer(`/users/${second.id}`)] },
  ];
  const definition = await fixture.review({ stageSettings, reviewers: [], settings: quarterly });
  return { fixture, second, instance: await fixture.instance(definition) };
}

const verdictsIn = async (fixture: ReviewFixture, path: string) =>
  (await fixture.rows<ShownDecision>(path)).map(({ decision }) => decision);

describe("Stages: https://learn.microsoft.com/graph/api/accessreviewinstance-list-stages", () => {
  test("each begins when the one before it ends, and only its own reviewers decide", async () => {
    const { fixture, second, instance } = await inStages();
    expect(await fixture.rows(`${instance}/stages`)).toHaveLength(1);
    expect((await fixture.decide(instance, fixture.quiet, "Deny", second)).status).toBe(403);
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.owner)).status).toBe(204);
    fixture.pass(8);
    const stages = await fixture.rows(`${instance}/stages`);
    expect(stages.map(({ status }) => status)).toEqual(["Completed", "InProgress"]);
    expect(await fixture.statusOf(instance)).toBe("InProgress");
    const [ended, runs] = stages.map(({ id }) => `${instance}/stages/${id}/decisions`);
    expect(await verdictsIn(fixture, ended ?? "")).toEqual(["NotReviewed", "Deny", "NotReviewed"]);
    expect(new Set(await verdictsIn(fixture, runs ?? ""))).toEqual(new Set(["NotReviewed"]));
    expect((await fixture.decide(instance, fixture.quiet, "Approve", fixture.owner)).status).toBe(
      403,
    );
    expect((await fixture.decide(instance, fixture.quiet, "Approve", second)).status).toBe(204);
    fixture.pass(7);
    expect(await fixture.statusOf(instance)).toBe("Applied");
    expect([...fixture.group.memberIds]).toEqual([fixture.quiet.id, fixture.owner.id]);
  });

  test("each reviewer is shown the stages that they decide in", async () => {
    const { fixture, second, instance } = await inStages();
    const mine = async (as: typeof second) =>
      (await fixture.rows(`${instance}/stages/filterByCurrentUser(on='reviewer')`, as)).map(
        ({ status }) => status,
      );
    expect(await mine(fixture.owner)).toEqual(["InProgress"]);
    expect(await mine(second)).toEqual([]);
    fixture.pass(8);
    expect(await mine(fixture.owner)).toEqual(["Completed"]);
    expect(await mine(second)).toEqual(["InProgress"]);
    expect(await mine(fixture.admin)).toEqual([]);
  });

  test("only the decisions that are to go on do; the others stand", async () => {
    const { fixture, second, instance } = await inStages(["NotReviewed"]);
    await fixture.decide(instance, fixture.quiet, "Deny", fixture.owner);
    fixture.pass(8);
    const runs = (await fixture.rows(`${instance}/stages`)).at(-1)?.id ?? "";
    expect(await verdictsIn(fixture, `${instance}/stages/${runs}/decisions`)).toHaveLength(2);
    expect((await fixture.decide(instance, fixture.quiet, "Approve", second)).status).toBe(403);
    expect(await verdictsIn(fixture, `${instance}/decisions`)).toContain("Deny");
  });

  test("stopping a stage begins the next, stopping the last ends the review", async () => {
    const { fixture, instance } = await inStages();
    const stop = async () => {
      const id = (await fixture.rows(`${instance}/stages`)).at(-1)?.id ?? "";
      return (
        await fixture.post(`${instance}/stages/${id}/stop`, undefined, { as: fixture.governor })
      ).status;
    };
    expect(await stop()).toBe(204);
    expect(await fixture.rows(`${instance}/stages`)).toHaveLength(2);
    expect(await stop()).toBe(204);
    expect(await fixture.statusOf(instance)).toBe("Completed");
    expect(await stop()).toBe(400);
  });

  test("the reviewers of a running stage can be exchanged", async () => {
    const { fixture, instance } = await inStages();
    const id = (await fixture.rows(`${instance}/stages`))[0]?.id ?? "";
    const body = { reviewers: [reviewer(`/users/${fixture.admin.id}`)] };
    const response = await fixture.send("PATCH", `${instance}/stages/${id}`, {
      as: fixture.governor,
      body,
    });
    expect(response.status).toBe(204);
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.owner)).status).toBe(403);
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.admin)).status).toBe(204);
  });
});
