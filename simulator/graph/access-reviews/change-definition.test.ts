import { describe, expect, test } from "vitest";
import { eachGroup, quarterly, reviewer, ReviewBed, type Shown } from "./review-bed.ts";

async function asShown(bed: ReviewBed, definition: string): Promise<Shown> {
  return (await (await bed.get(definition)).json()) as Shown;
}

describe("Update a definition: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update", () => {
  test("PUT takes the whole object as it was read, and concerns later instances only", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
    const instance = await bed.instance(definition);
    const shown = await asShown(bed, definition);
    const settings = { ...(shown.settings as object), defaultDecision: "Approve" };
    const body = { ...shown, displayName: "Renamed", settings };
    expect((await bed.send("PUT", definition, { as: bed.governor, body })).status).toBe(204);
    expect(await asShown(bed, definition)).toMatchObject({
      displayName: "Renamed",
      settings: { defaultDecision: "Approve" },
      scope: shown.scope,
    });
    bed.pass(15);
    expect(await bed.statusOf(instance)).toBe("Applied");
    expect(bed.group.memberIds).not.toContain(bed.quiet.id);
    expect(await bed.rows(`${definition}/instances`)).toHaveLength(1);
  });

  test("a review over every group can be written back as it was read", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
    const body = await asShown(bed, definition);
    expect((await bed.send("PUT", definition, { as: bed.governor, body })).status).toBe(204);
  });

  test("another rhythm holds from now on: nothing begins in the past, and what runs goes on", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
    await bed.instance(definition);
    bed.pass(20);
    const pattern = { type: "weekly", interval: 1 };
    const recurrence = { ...quarterly.recurrence, pattern };
    const settings = { ...quarterly, instanceDurationInDays: 7, recurrence };
    const body = { ...(await asShown(bed, definition)), settings };
    expect((await bed.send("PUT", definition, { as: bed.governor, body })).status).toBe(204);
    expect(await bed.rows(`${definition}/instances`)).toHaveLength(1);
    bed.pass(5);
    const instances = await bed.rows(`${definition}/instances`);
    expect(instances.map(({ startDateTime }) => startDateTime).slice(1)).toEqual([
      "2026-12-11T00:00:00.000Z",
    ]);
  });

  test("there is no PATCH, and part of an object is not enough", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
    const body = { displayName: "Renamed" };
    expect((await bed.send("PATCH", definition, { as: bed.governor, body })).status).toBe(405);
    expect((await bed.send("PUT", definition, { as: bed.governor, body })).status).toBe(400);
  });

  test("reviewers change only from person to person, and the scope never", async () => {
    const bed = new ReviewBed();
    const put = async (definition: string, given: object) => {
      const body = { ...bed.body(), ...given };
      return (await bed.send("PUT", definition, { as: bed.governor, body })).status;
    };
    const byOwners = await bed.review();
    expect(await put(byOwners, { reviewers: [reviewer(`/users/${bed.owner.id}`)] })).toBe(400);
    const byPerson = await bed.review({ reviewers: [reviewer(`/users/${bed.owner.id}`)] });
    expect(await put(byPerson, { reviewers: [reviewer(`/users/${bed.admin.id}`)] })).toBe(204);
    expect(await put(byOwners, { ...eachGroup })).toBe(400);
  });
});

describe("Stop a definition: https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition", () => {
  test("ends what runs and begins nothing more", async () => {
    const bed = new ReviewBed();
    const definition = await bed.review();
    const instance = await bed.instance(definition);
    expect((await bed.post(`${definition}/stop`, undefined, { as: bed.governor })).status).toBe(
      204,
    );
    bed.pass(1);
    expect(await bed.statusOf(instance)).toBe("Applied");
    bed.pass(400);
    expect(await bed.rows(`${definition}/instances`)).toHaveLength(1);
    expect(await bed.statusOf(definition)).toBe("Applied");
    expect((await bed.post(`${definition}/stop`, undefined, { as: bed.governor })).status).toBe(
      400,
    );
  });

  test("a series that has only future instances holds none of them", async () => {
    const bed = new ReviewBed();
    const range = { type: "noEnd", startDate: "2027-01-01" };
    const recurrence = { ...quarterly.recurrence, range };
    const definition = await bed.review({ settings: { ...quarterly, recurrence } });
    await bed.post(`${definition}/stop`, undefined, { as: bed.governor });
    bed.pass(200);
    expect(await bed.rows(`${definition}/instances`)).toEqual([]);
  });
});
