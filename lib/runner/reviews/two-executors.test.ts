import { describe, expect, test } from "vitest";
import { putBody, type ReviewChange } from "@/lib/domain/reviews/change-settings";
import { planAnswers } from "@/lib/domain/reviews/plan-answers";
import { planForReview } from "@/lib/domain/reviews/plan-review";
import type { Review, ReviewItem } from "@/lib/domain/reviews/review";
import { readReview } from "@/lib/graph/reviews/read-review";
import { reviewsOf } from "@/simulator/state/access-reviews/reviews-of";
import { nth } from "../testing/nth";
import { SimulatedReviewFixture } from "../testing/simulated-review-fixture";
import { resolveLater } from "../testing/resolve-later";
import { changedMeanwhile } from "@/lib/operations/review/changed-meanwhile";

async function reviewOf(fixture: SimulatedReviewFixture): Promise<Review> {
  return (await fixture.running(2)).review;
}

/** Changes a review as somebody who sees it so; what became of it, and what was sent for it. */
async function change(fixture: SimulatedReviewFixture, plannedFrom: Review, changes: ReviewChange) {
  const what = {
    kind: "change-review",
    body: putBody(plannedFrom, changes),
    plannedFrom: plannedFrom.asGiven,
  } as const;
  const { results } = await fixture.run(planForReview(what, plannedFrom, fixture.planning));
  return {
    outcome: nth(results, 0).outcome,
    now: await readReview(fixture.services.graph, plannedFrom.id),
  };
}

describe("two people change a review, each as they see it", () => {
  test("the second is refused, and told what would be undone", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const plannedFrom = await reviewOf(fixture);
    await change(fixture, plannedFrom, { name: "Partners", consequence: { reminders: false } });
    const { outcome, now } = await change(fixture, plannedFrom, { durationsDays: [7] });
    expect(outcome).toMatchObject({ result: "refused", evidence: "observed" });
    expect(outcome?.detail).toMatch(/^Somebody changed it in the meantime.*: name, reminders\.$/);
    expect(now).toMatchObject({ name: "Partners", settings: { reminders: false } });
    expect(now.settings.durationDays).toBe(plannedFrom.settings.durationDays);
  });

  test("a person who looks again changes it without undoing anything", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const plannedFrom = await reviewOf(fixture);
    const first = await change(fixture, plannedFrom, { consequence: { reminders: false } });
    const { outcome, now } = await change(fixture, first.now, { durationsDays: [7] });
    expect(outcome?.result).toBe("done");
    expect(now.settings).toMatchObject({ reminders: false, durationDays: 7 });
  });

  test("the same change of both is no contradiction", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const plannedFrom = await reviewOf(fixture);
    await change(fixture, plannedFrom, { durationsDays: [7] });
    expect((await change(fixture, plannedFrom, { durationsDays: [7] })).outcome?.result).toBe(
      "already-so",
    );
    const more = { durationsDays: [7], consequence: { mails: false } };
    expect((await change(fixture, plannedFrom, more)).outcome?.result).toBe("done");
  });

  test("an accepted change whose answer says otherwise does not look like somebody else's", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const plannedFrom = await reviewOf(fixture);
    fixture.simulated.strikes({ kind: "throttled-though-applied", method: "PUT", times: 1 });
    const { outcome } = await change(fixture, plannedFrom, { durationsDays: [7] });
    expect(outcome?.result).toBe("unknown");
    const [later] = (await resolveLater(fixture.runner, fixture.services)).values();
    expect(later).toMatchObject({ result: "done", evidence: "audited" });
  });
});

const body = {
  displayName: "Partners",
  reviewers: [{ query: "/users/u1", queryType: "MicrosoftGraph" }],
  settings: { reminderNotificationsEnabled: true, instanceDurationInDays: 14, applyActions: [] },
};
const plannedFrom = { ...body, id: "one", lastModifiedDateTime: "2026-11-20T12:00:00Z" };
const remove = { "@odata.type": "#microsoft.graph.removeAccessApplyAction" };
const blocks = { "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" };

test.each<[string, object, readonly string[]]>([
  ["nothing", plannedFrom, []],
  [
    "what the service sets",
    { ...plannedFrom, lastModifiedDateTime: "2027", status: "InProgress" },
    [],
  ],
  [
    "a query in other words",
    { ...plannedFrom, reviewers: [{ query: "/v1.0/users/u1", queryType: "MicrosoftGraph" }] },
    [],
  ],
  ["a reviewer", { ...plannedFrom, reviewers: [] }, ["reviewers"]],
  [
    "what was not there",
    { ...plannedFrom, fallbackReviewers: [{ query: "/users/u2" }] },
    ["fallback reviewers"],
  ],
  [
    "settings, and those only that are not what we send",
    { ...plannedFrom, settings: { instanceDurationInDays: 14, applyActions: [blocks] } },
    ["reminders", "what a Deny does"],
  ],
  ["what we do not know", { ...plannedFrom, tone: "kind" }, ["tone"]],
])("%s of a review that changed is told from what stayed", (_title, now, expected) => {
  expect(changedMeanwhile(plannedFrom, now as typeof plannedFrom, body)).toEqual(expected);
});

test("one apply action instead of another is a change", () => {
  const [before, after] = [remove, blocks].map((action) => ({
    settings: { applyActions: [action] },
  }));
  expect(changedMeanwhile(before ?? {}, after ?? {}, before)).toEqual(["what a Deny does"]);
});

describe("two reviewers answer for the same guest", () => {
  const COLLEAGUE = {
    id: "5c0a0f3e-0000-4000-8000-000000000001",
    displayName: "Colleague",
    userPrincipalName: "colleague@harborline.example",
  };

  /** What a colleague says at another keyboard. */
  function colleagueSays(
    fixture: SimulatedReviewFixture,
    { id }: ReviewItem,
    decision: "Approve" | "Deny",
  ): void {
    const { definitions } = reviewsOf(fixture.simulated.tenant.directory);
    const rows = [...definitions.values()].flatMap(({ instances }) =>
      [...instances.values()].flatMap(({ decisions }) => [...decisions.values()]),
    );
    const row = rows.find((each) => each.id === id);
    if (row === undefined) throw new Error("The item is not there");
    Object.assign(row, {
      verdict: decision,
      reviewedBy: COLLEAGUE,
      reviewedAt: fixture.simulated.tenant.clock.iso(),
    });
  }

  async function deny(fixture: SimulatedReviewFixture, item: ReviewItem) {
    const answer = { item, decision: "Deny", justification: "Left" } as const;
    const { results } = await fixture.run(planAnswers([answer], fixture.planning));
    return nth(results, 0).outcome;
  }

  test("who did not see the colleague's answer does not set it aside, and is told of it", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const { items } = await fixture.running(2);
    const item = nth(await items(), 0);
    colleagueSays(fixture, item, "Approve");
    expect(await deny(fixture, item)).toEqual({
      result: "refused",
      evidence: "observed",
      detail: "Another reviewer has decided it in the meantime: Approve.",
      requestId: null,
    });
    expect(nth(await items(), 0).decision).toBe("Approve");
  });

  test("who has seen it may", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const { items } = await fixture.running(2);
    colleagueSays(fixture, nth(await items(), 0), "Approve");
    expect(await deny(fixture, nth(await items(), 0))).toMatchObject({ result: "done" });
  });

  test("the same answer of both is no contradiction", async () => {
    const fixture = new SimulatedReviewFixture(40);
    const { items } = await fixture.running(2);
    const item = nth(await items(), 0);
    colleagueSays(fixture, item, "Deny");
    expect(await deny(fixture, item)).toMatchObject({ result: "done" });
  });
});
