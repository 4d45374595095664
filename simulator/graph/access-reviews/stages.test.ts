import { describe, expect, test } from "vitest";
import { quarterly, reviewer, ReviewBed, type ShownDecision } from "./review-bed.ts";

async function inStages(goesOn: string[] = []) {
  const bed = new ReviewBed();
  const second = bed.member("Sera Second");
  const stage = { durationInDays: 7, recommendationsEnabled: true };
  const stageSettings = [
    {
      ...{ stageId: "1", ...stage, reviewers: [reviewer(`/users/${bed.owner.id}`)] },
      decisionsThatWillMoveToNextStage: goesOn,
    },
    { stageId: "2", dependsOn: ["1"], ...stage, reviewers: [reviewer(`/users/${second.id}`)] },
  ];
  const definition = await bed.review({ stageSettings, reviewers: [], settings: quarterly });
  return { bed, second, instance: await bed.instance(definition) };
}

const verdictsIn = async (bed: ReviewBed, path: string) =>
  (await bed.rows<ShownDecision>(path)).map(({ decision }) => decision);

describe("Stages: https://learn.microsoft.com/graph/api/accessreviewinstance-list-stages", () => {
  test("each begins when the one before it ends, and only its own reviewers decide", async () => {
    const { bed, second, instance } = await inStages();
    expect(await bed.rows(`${instance}/stages`)).toHaveLength(1);
    expect((await bed.decide(instance, bed.quiet, "Deny", second)).status).toBe(403);
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.owner)).status).toBe(204);
    bed.pass(8);
    const stages = await bed.rows(`${instance}/stages`);
    expect(stages.map(({ status }) => status)).toEqual(["Completed", "InProgress"]);
    expect(await bed.statusOf(instance)).toBe("InProgress");
    const [ended, runs] = stages.map(({ id }) => `${instance}/stages/${id}/decisions`);
    expect(await verdictsIn(bed, ended ?? "")).toEqual(["NotReviewed", "Deny", "NotReviewed"]);
    expect(new Set(await verdictsIn(bed, runs ?? ""))).toEqual(new Set(["NotReviewed"]));
    expect((await bed.decide(instance, bed.quiet, "Approve", bed.owner)).status).toBe(403);
    expect((await bed.decide(instance, bed.quiet, "Approve", second)).status).toBe(204);
    bed.pass(7);
    expect(await bed.statusOf(instance)).toBe("Applied");
    expect([...bed.group.memberIds]).toEqual([bed.quiet.id, bed.owner.id]);
  });

  test("each reviewer is shown the stages that they decide in", async () => {
    const { bed, second, instance } = await inStages();
    const mine = async (as: typeof second) =>
      (await bed.rows(`${instance}/stages/filterByCurrentUser(on='reviewer')`, as)).map(
        ({ status }) => status,
      );
    expect(await mine(bed.owner)).toEqual(["InProgress"]);
    expect(await mine(second)).toEqual([]);
    bed.pass(8);
    expect(await mine(bed.owner)).toEqual(["Completed"]);
    expect(await mine(second)).toEqual(["InProgress"]);
    expect(await mine(bed.admin)).toEqual([]);
  });

  test("only the decisions that are to go on do; the others stand", async () => {
    const { bed, second, instance } = await inStages(["NotReviewed"]);
    await bed.decide(instance, bed.quiet, "Deny", bed.owner);
    bed.pass(8);
    const runs = (await bed.rows(`${instance}/stages`)).at(-1)?.id ?? "";
    expect(await verdictsIn(bed, `${instance}/stages/${runs}/decisions`)).toHaveLength(2);
    expect((await bed.decide(instance, bed.quiet, "Approve", second)).status).toBe(403);
    expect(await verdictsIn(bed, `${instance}/decisions`)).toContain("Deny");
  });

  test("stopping a stage begins the next, stopping the last ends the review", async () => {
    const { bed, instance } = await inStages();
    const stop = async () => {
      const id = (await bed.rows(`${instance}/stages`)).at(-1)?.id ?? "";
      return (await bed.post(`${instance}/stages/${id}/stop`, undefined, { as: bed.governor }))
        .status;
    };
    expect(await stop()).toBe(204);
    expect(await bed.rows(`${instance}/stages`)).toHaveLength(2);
    expect(await stop()).toBe(204);
    expect(await bed.statusOf(instance)).toBe("Completed");
    expect(await stop()).toBe(400);
  });

  test("the reviewers of a running stage can be exchanged", async () => {
    const { bed, instance } = await inStages();
    const id = (await bed.rows(`${instance}/stages`))[0]?.id ?? "";
    const body = { reviewers: [reviewer(`/users/${bed.admin.id}`)] };
    const response = await bed.send("PATCH", `${instance}/stages/${id}`, {
      as: bed.governor,
      body,
    });
    expect(response.status).toBe(204);
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.owner)).status).toBe(403);
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.admin)).status).toBe(204);
  });
});
