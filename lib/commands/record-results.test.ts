import { describe, expect, test } from "vitest";
import type { ReviewResult } from "@/lib/domain/reviews/result";
import { newEntry } from "@/lib/contract/entries";
import { idOfContent } from "./id-of-content";
import { recordResults } from "./record-results";
import { ME, RunnerFixture } from "@/lib/runner/testing/runner-fixture";

function results(fixture: RunnerFixture, count: number): ReviewResult[] {
  const [reviewId, instanceId] = [fixture.mintId(), fixture.mintId()];
  return Array.from({ length: count }, () => ({
    reviewId,
    instanceId,
    itemId: fixture.mintId(),
    guestId: fixture.mintId(),
    resourceId: fixture.mintId(),
    resourceName: "Partners",
    startsAt: 0,
    endsAt: 1,
    instanceStatus: "Applied",
    decision: "Deny",
    recommendation: "Deny",
    justification: null,
    reviewedBy: null,
    reviewedAt: null,
    applyResult: "AppliedSuccessfully",
    appliedAt: 2,
    access: "gone",
    notApplied: null,
  }));
}

const copied = (fixture: RunnerFixture) =>
  fixture.ledger.entries.filter(({ kind }) => kind === "review-result").length;

describe("copying what a review has decided", () => {
  test("writes everything, not more than 200 at once, and tells how far it is", async () => {
    const fixture = new RunnerFixture();
    const reports: number[] = [];
    const done = await recordResults(results(fixture, 450), [], fixture.services, {
      onProgress: (far) => reports.push(far),
    });
    expect(done).toEqual({ recorded: 450, repeated: 0, stopped: null });
    expect(copied(fixture)).toBe(450);
    expect(reports).toEqual([200, 400, 450]);
    expect(fixture.ledger.requests.every(({ entries }) => entries.length <= 200)).toBe(true);
  });

  test("twice writes nothing twice", async () => {
    const fixture = new RunnerFixture();
    const once = results(fixture, 3);
    await recordResults(once, [], fixture.services);
    const again = await recordResults(
      once.map((result) => ({ ...result })),
      [],
      fixture.services,
    );
    expect(again).toEqual({ recorded: 0, repeated: 3, stopped: null });
    expect(copied(fixture)).toBe(3);
  });

  test("goes on where a failure ended it", async () => {
    const fixture = new RunnerFixture();
    const all = results(fixture, 450);
    let requests = 0;
    fixture.ledger.fateOf = () => (++requests > 1 ? "down" : "well");
    const first = await fixture.clock.drive(recordResults(all, [], fixture.services));
    expect(first).toEqual({ recorded: 200, repeated: 0, stopped: "unavailable" });
    fixture.ledger.fateOf = () => "well";
    const second = await recordResults(all, [], fixture.services);
    expect(second).toEqual({ recorded: 250, repeated: 200, stopped: null });
    expect(copied(fixture)).toBe(450);
  });

  test("sends the names of those people only whose results go with them", async () => {
    const fixture = new RunnerFixture();
    const all = results(fixture, 201);
    const cards = all.map(({ guestId }) => ({
      subjectId: guestId,
      displayName: "Ada",
      mail: null,
    }));
    await recordResults(all, cards, fixture.services);
    expect(fixture.ledger.requests.map((request) => request.cards.length)).toEqual([200, 1]);
  });

  test("keeps to what the ledger takes, whatever people wrote in Entra", async () => {
    const fixture = new RunnerFixture();
    const [one] = results(fixture, 1);
    await recordResults(
      [{ ...one, resourceName: "x".repeat(300), justification: "y".repeat(4_000) } as ReviewResult],
      [],
      fixture.services,
    );
    expect(newEntry.safeParse(fixture.ledger.entries[0]).success).toBe(true);
  });
});

describe("the id of a result", () => {
  test("is that of its content and of who copied it", async () => {
    const ids = await Promise.all([
      idOfContent([ME, { a: 1, b: [null] }]),
      idOfContent([ME, { b: [null], a: 1 }]),
      idOfContent([ME, { a: 1, b: [] }]),
      idOfContent(["somebody else", { a: 1, b: [null] }]),
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
