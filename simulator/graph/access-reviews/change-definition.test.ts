import { describe, expect, test } from "vitest";
import { eachGroup, quarterly, reviewer, ReviewFixture, type Shown } from "./review-fixture.ts";

async function asShown(fixture: ReviewFixture, definition: string): Promise<Shown> {
  return (await (await fixture.get(definition)).json()) as Shown;
}

describe("Update a definition: https://learn.microsoft.com/graph/api/accessreviewscheduledefinition-update", () => {
  test("PUT takes the whole object as it was read, and concerns later instances only", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    const instance = await fixture.instance(definition);
    const shown = await asShown(fixture, definition);
    const settings = { ...(shown.settings as object), defaultDecision: "Approve" };
    const body = { ...shown, displayName: "Renamed", settings };
    expect((await fixture.send("PUT", definition, { as: fixture.governor, body })).status).toBe(
      204,
    );
    expect(await asShown(fixture, definition)).toMatchObject({
      displayName: "Renamed",
      settings: { defaultDecision: "Approve" },
      scope: shown.scope,
    });
    fixture.pass(15);
    expect(await fixture.statusOf(instance)).toBe("Applied");
    expect(fixture.group.memberIds).not.toContain(fixture.quiet.id);
    expect(await fixture.rows(`${definition}/instances`)).toHaveLength(1);
  });

  test("a review over every group can be written back as it was read", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review({ ...eachGroup, reviewers: [reviewer("./owners")] });
    const body = await asShown(fixture, definition);
    expect((await fixture.send("PUT", definition, { as: fixture.governor, body })).status).toBe(
      204,
    );
  });

  test("another rhythm holds from now on: nothing begins in the past, and what runs goes on", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    await fixture.instance(definition);
    fixture.pass(20);
    const pattern = { type: "weekly", interval: 1 };
    const recurrence = { ...quarterly.recurrence, pattern };
    const settings = { ...quarterly, instanceDurationInDays: 7, recurrence };
    const body = { ...(await asShown(fixture, definition)), settings };
    expect((await fixture.send("PUT", definition, { as: fixture.governor, body })).status).toBe(
      204,
    );
    expect(await fixture.rows(`${definition}/instances`)).toHaveLength(1);
    fixture.pass(5);
    const instances = await fixture.rows(`${definition}/instances`);
    expect(instances.map(({ startDateTime }) => startDateTime).slice(1)).toEqual([
      "2026-12-11T00:00:00.000Z",
    ]);
  });

  test("there is no PATCH, and part of an object is not enough", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    const body = { displayName: "Renamed" };
    expect((await fixture.send("PATCH", definition, { as: fixture.governor, body })).status).toBe(
      405,
    );
    expect((await fixture.send("PUT", definition, { as: fixture.governor, body })).status).toBe(
      400,
    );
  });

  test("reviewers change only from person to person, and the scope never", async () => {
    const fixture = new ReviewFixture();
    const put = async (definition: string, overrides: object) => {
      const body = { ...fixture.body(), ...overrides };
      return (await fixture.send("PUT", definition, { as: fixture.governor, body })).status;
    };
    const byOwners = await fixture.review();
    expect(await put(byOwners, { reviewers: [reviewer(`/users/${fixture.owner.id}`)] })).toBe(400);
    const byPerson = await fixture.review({ reviewers: [reviewer(`/users/${fixture.owner.id}`)] });
    expect(await put(byPerson, { reviewers: [reviewer(`/users/${fixture.admin.id}`)] })).toBe(204);
    expect(await put(byOwners, { ...eachGroup })).toBe(400);
  });
});

describe("Stop a definition: https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition", () => {
  test("ends what runs and begins nothing more", async () => {
    const fixture = new ReviewFixture();
    const definition = await fixture.review();
    const instance = await fixture.instance(definition);
    expect(
      (await fixture.post(`${definition}/stop`, undefined, { as: fixture.governor })).status,
    ).toBe(204);
    fixture.pass(1);
    expect(await fixture.statusOf(instance)).toBe("Applied");
    fixture.pass(400);
    expect(await fixture.rows(`${definition}/instances`)).toHaveLength(1);
    expect(await fixture.statusOf(definition)).toBe("Applied");
    expect(
      (await fixture.post(`${definition}/stop`, undefined, { as: fixture.governor })).status,
    ).toBe(400);
  });

  test("a series that has only future instances holds none of them", async () => {
    const fixture = new ReviewFixture();
    const range = { type: "noEnd", startDate: "2027-01-01" };
    const recurrence = { ...quarterly.recurrence, range };
    const definition = await fixture.review({ settings: { ...quarterly, recurrence } });
    await fixture.post(`${definition}/stop`, undefined, { as: fixture.governor });
    fixture.pass(200);
    expect(await fixture.rows(`${definition}/instances`)).toEqual([]);
  });
});
