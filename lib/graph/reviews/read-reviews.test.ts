import { describe, expect, test } from "vitest";
import { say, scripted } from "../testing/scripted-graph";
import { eachGroup, guestsOf, SimulatedReviews } from "../testing/simulated-reviews";
import { readInstance, readInstances, readInstancesOfMany } from "./read-instances";
import { readReview } from "./read-review";
import { readReviews } from "./read-reviews";

describe("Reviews", () => {
  test("are all read once, with scope, reviewers, schedule and the operation that made them", async () => {
    const fixture = new SimulatedReviews();
    const group = fixture.group({ guests: 2 });
    const other = fixture.creation({ scope: guestsOf(group.id) });
    const id = await fixture.review({ scope: guestsOf(group.id) });
    const [review] = await readReviews(fixture.graph);
    expect(review).toMatchObject({
      id,
      name: "Partners each quarter",
      status: "InProgress",
      createdBy: { id: fixture.me },
      scope: { kind: "group", groupId: group.id, guestsOnly: true },
      reviewers: [{ kind: "person", userId: fixture.me }],
      settings: {
        ifNobodyAnswers: "Deny",
        autoApply: true,
        durationDays: 14,
        recurrence: { every: "month", interval: 3, startDate: "2026-11-20" },
      },
    });
    expect(review?.operationId).not.toBe(other.id);
    expect(review?.operationId).toMatch(/2$/);
    expect(await readReview(fixture.graph, id)).toMatchObject({ id, settings: review?.settings });
  });

  test("that are gone are not found", async () => {
    const { graph } = new SimulatedReviews();
    const reading = readReview(graph, "00000000-0000-4000-8000-000000000000");
    await expect(reading).rejects.toMatchObject({ kind: "not-found" });
  });

  test("may come wrapped, as in the page's own sample", async () => {
    const { graph } = scripted(say({ value: { id: "r", displayName: "Review example" } }));
    expect(await readReview(graph, "r")).toMatchObject({ id: "r", name: "Review example" });
  });

  test("500 of them and the runs of each take few requests", async () => {
    const fixture = new SimulatedReviews();
    const group = fixture.group({ guests: 1 });
    for (let made = 0; made < 500; made += 1) await fixture.review({ scope: guestsOf(group.id) });
    let ids: readonly string[] = [];
    const listing = await fixture.sentBy(async () => {
      ids = (await readReviews(fixture.graph)).map(({ id }) => id);
    });
    expect([new Set(ids).size, listing.length]).toEqual([500, 2]);
    const reports: number[] = [];
    const runs = await fixture.sentBy(async () => {
      const found = await readInstancesOfMany(fixture.graph, ids, {
        onProgress: (done) => reports.push(done),
      });
      expect(ids.map((id) => found.get(id)?.length)).toEqual(ids.map(() => 1));
    });
    expect([runs.length, reports.at(-1), reports.length]).toEqual([25, 500, 25]);
  });
});

describe("Instances", () => {
  test("are one for each group, and more than a page of them are all read", async () => {
    const fixture = new SimulatedReviews();
    for (let made = 0; made < 120; made += 1) fixture.group({ guests: 1 });
    const id = await fixture.review(eachGroup);
    const other = await fixture.review({ scope: guestsOf(fixture.group({ guests: 1 }).id) });
    const instances = await readInstances(fixture.graph, id);
    const expected = fixture.tenant.directory.groups.size;
    expect(instances.length).toBeGreaterThanOrEqual(120);
    expect(instances.length).toBeLessThanOrEqual(expected);
    const gone = "00000000-0000-4000-8000-000000000000";
    const found = await readInstancesOfMany(fixture.graph, [id, other, gone]);
    expect([found.get(id)?.length, found.get(other)?.length]).toEqual([instances.length, 1]);
    expect(found.has(gone)).toBe(false);
    const [first] = instances;
    const ref = { reviewId: id, instanceId: first?.id ?? "" };
    expect(await readInstance(fixture.graph, ref)).toEqual(first);
  });

  test("that are all refused say so, and one that is refused is unread", async () => {
    const error = { code: "Authorization_RequestDenied" };
    const refused = { status: 403, body: { error } };
    const both = [
      { id: "a", ...refused },
      { id: "b", ...refused },
    ];
    const all = scripted(say({ responses: both }));
    await expect(readInstancesOfMany(all.graph, ["a", "b"])).rejects.toMatchObject({
      kind: "forbidden",
    });
    const one = { id: "a", status: 200, body: { value: [{ id: "i", status: "New one" }] } };
    const some = scripted(say({ responses: [one, { id: "b", ...refused }] }));
    const found = await readInstancesOfMany(some.graph, ["a", "b"]);
    expect(found.get("a")).toMatchObject([{ id: "i", status: "Unknown: New one" }]);
    expect(found.get("b")).toBeNull();
  });
});
