import { describe, expect, test } from "vitest";
import { say, scripted } from "../testing/scripted-graph";
import { guestsOf, SimulatedReviews } from "../testing/simulated-reviews";
import { readContacted } from "./read-contacted";
import { readInstances } from "./read-instances";
import { type ItemsRead, readItems } from "./read-items";
import { readReview } from "./read-review";
import { readStages } from "./read-stages";

const by = (query: string) => ({ query, queryType: "MicrosoftGraph" });

async function withItems(guests: number) {
  const fixture = new SimulatedReviews();
  const group = fixture.group({ guests });
  const reviewId = await fixture.review({ scope: guestsOf(group.id) });
  const [instance] = await readInstances(fixture.graph, reviewId);
  return { fixture, group, ref: { reviewId, instanceId: instance?.id ?? "" } };
}

describe("Items", () => {
  test("say what is recommended and the sign-in behind it", async () => {
    const { fixture, ref, group } = await withItems(0);
    expect(await readItems(fixture.graph, ref)).toEqual({
      items: [],
      expected: null,
      complete: true,
    });
    const lately = fixture.guest("Ada Active", 2);
    const never = fixture.guest("Nell Never");
    fixture.tenant.directory.addMember(group, lately.id);
    fixture.tenant.directory.addMember(group, never.id);
    const reviewId = await fixture.review({ scope: guestsOf(group.id) });
    const [instance] = await readInstances(fixture.graph, reviewId);
    const { items } = await readItems(fixture.graph, { reviewId, instanceId: instance?.id ?? "" });
    const of = (id: string) => items.find(({ principal }) => principal.id === id);
    expect(of(lately.id)).toMatchObject({
      decision: "NotReviewed",
      recommendation: "Approve",
      resource: { id: group.id, type: "Group" },
      reviewedBy: null,
      lastSignIn: Date.parse(lately.signIns?.lastSuccessAt ?? ""),
    });
    expect(of(never.id)).toMatchObject({ recommendation: "Deny", lastSignIn: undefined });
  });

  test("10,000 of them come in eleven requests, the first rows long before the last", async () => {
    const { fixture, ref } = await withItems(10_000);
    const seen: ItemsRead[] = [];
    const sent = await fixture.sentBy(async () => {
      const read = await readItems(fixture.graph, ref, { onPage: (page) => seen.push(page) });
      expect([read.items.length, read.expected, read.complete]).toEqual([10_000, 10_000, true]);
      expect(new Set(read.items.map(({ id }) => id)).size).toBe(10_000);
    });
    expect(sent.length).toBe(11);
    expect(seen[0]).toMatchObject({ expected: 10_000, complete: false });
    expect(seen[0]?.items.length).toBe(100);
    expect(seen.length).toBe(100);
  });

  test("that the service counted and did not give are missed", async () => {
    const value = [{ id: "a" }, { id: "b" }];
    const { graph } = scripted(say({ value, "@odata.count": 3 }));
    const read = await readItems(graph, { reviewId: "r", instanceId: "i" });
    expect([read.items.length, read.complete]).toEqual([2, false]);
  });

  test("come without sign-ins where the service will not expand them", async () => {
    const { graph, sent } = scripted(
      say({ error: { code: "Request_BadRequest" } }, 400),
      say({ value: [{ id: "a" }] }),
    );
    const read = await readItems(graph, { reviewId: "r", instanceId: "i" });
    expect(read.items).toMatchObject([{ id: "a", lastSignIn: undefined }]);
    expect(sent.map(({ url }) => url.includes("$expand"))).toEqual([true, false]);
  });

  test("of a reading that is called off are not asked for", async () => {
    const { fixture, ref } = await withItems(600);
    const calling = new AbortController();
    const sent = await fixture.sentBy(async () => {
      const reading = readItems(fixture.graph, ref, {
        signal: calling.signal,
        onPage: () => {
          calling.abort();
        },
      });
      await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    });
    expect(sent.length).toBe(1);
  });
});

test("Who was asked is listed with the time", async () => {
  const { fixture, ref } = await withItems(1);
  const [contacted] = await readContacted(fixture.graph, ref);
  expect(contacted).toMatchObject({ id: fixture.me, displayName: "Grace Okafor" });
  expect(contacted?.contactedAt).not.toBeNull();
});

test("Stages are listed as they begin, and each has its items", async () => {
  const fixture = new SimulatedReviews();
  const group = fixture.group({ guests: 2 });
  const reviewers = [by(`/users/${fixture.me}`)];
  const stage = { durationInDays: 7, recommendationsEnabled: true, reviewers };
  const reviewId = await fixture.review({
    scope: guestsOf(group.id),
    stageSettings: [
      { stageId: "1", ...stage, decisionsThatWillMoveToNextStage: ["NotReviewed"] },
      { stageId: "2", dependsOn: ["1"], ...stage },
    ],
  });
  expect((await readReview(fixture.graph, reviewId)).stages).toMatchObject([
    { id: "1", durationDays: 7 },
    { id: "2" },
  ]);
  const [instance] = await readInstances(fixture.graph, reviewId);
  const ref = { reviewId, instanceId: instance?.id ?? "" };
  const [first] = await readStages(fixture.graph, ref);
  expect(first).toMatchObject({ status: "InProgress", reviewers: [{ kind: "person" }] });
  const { items } = await readItems(fixture.graph, ref, { stageId: first?.id ?? "" });
  expect(items.length).toBe(2);
});
