import { describe, expect, test } from "vitest";
import { eachGroup, reviewer, ReviewFixture, type ShownDecision } from "./review-fixture.ts";

async function running(overrides: Record<string, unknown> = {}, fixture = new ReviewFixture()) {
  const instance = await fixture.instance(await fixture.review(overrides));
  const act = async (word: string, body: unknown, as = fixture.owner) =>
    (await fixture.post(`${instance}/${word}`, body, { as })).status;
  return { fixture, instance, act };
}

const verdicts = async (fixture: ReviewFixture, instance: string) =>
  (await fixture.decisions(instance)).map(({ decision }) => decision);

describe("List decisions: https://learn.microsoft.com/graph/api/accessreviewinstance-list-decisions", () => {
  test("shows each person with resource, recommendation and nobody's verdict", async () => {
    const { fixture, instance } = await running();
    const [first, second, third] = await fixture.decisions(instance);
    const nobody = { id: "00000000-0000-0000-0000-000000000000", displayName: "" };
    expect(first).toMatchObject({
      decision: "NotReviewed",
      recommendation: "Approve",
      applyResult: "New",
      reviewedBy: nobody,
      appliedBy: nobody,
      principal: { "@odata.type": "#microsoft.graph.userIdentity", id: fixture.active.id },
      principalLink: `https://graph.microsoft.com/v1.0/users/${fixture.active.id}`,
      resource: { id: fixture.group.id, displayName: "Partners" },
    });
    expect(instance).toContain((first as { accessReviewId?: string }).accessReviewId);
    // A guest who never signed in has not signed in within 30 days.
    expect([second?.recommendation, third?.recommendation]).toEqual(["Deny", "Deny"]);
  });

  test("filters and sorts by decision, recommendation and applyResult alone", async () => {
    const { fixture, instance } = await running();
    const list = (query: string) => fixture.rows<ShownDecision>(`${instance}/decisions?${query}`);
    expect(await list("$filter=recommendation eq 'Approve'")).toHaveLength(1);
    expect(await list("$filter=decision eq 'NotReviewed' and applyResult eq 'New'")).toHaveLength(
      3,
    );
    expect((await list("$orderby=recommendation desc"))[0]?.recommendation).toBe("Deny");
    expect(await list("$top=1&$skip=2&$select=id")).toEqual([{ id: expect.any(String) as string }]);
    expect((await fixture.get(`${instance}/decisions?$filter=justification eq ''`)).status).toBe(
      400,
    );
    expect((await fixture.get(`${instance}/decisions?$orderby=justification`)).status).toBe(400);
  });

  test("pages at 100", async () => {
    const fixture = new ReviewFixture();
    for (let index = 0; index < 250; index += 1) {
      fixture.tenant.directory.addMember(
        fixture.group,
        fixture.guest({ displayName: `G${index}` }).id,
      );
    }
    const { instance } = await running({}, fixture);
    const response = await fixture.get(`${instance}/decisions?$top=500`);
    const page = (await response.json()) as { value: unknown[]; "@odata.nextLink": string };
    expect(page.value).toHaveLength(100);
    const next = page["@odata.nextLink"].replace("https://graph.microsoft.com/v1.0", "");
    expect(await fixture.rows(next)).toHaveLength(100);
    expect(await fixture.rows(`${instance}/decisions?$skip=200`)).toHaveLength(53);
  });

  test("shows the sign-in behind a recommendation where insights are expanded", async () => {
    const { fixture, instance } = await running();
    const [active, , never] = await fixture.rows(`${instance}/decisions?$expand=insights`);
    const insight = {
      "@odata.type": "#microsoft.graph.userSignInInsight",
      lastSignInDateTime: fixture.active.signIns?.lastAttemptAt,
    };
    expect(active?.insights).toMatchObject([insight]);
    expect(never?.insights).toEqual([]);
    const one = `${instance}/decisions/${active?.id ?? ""}`;
    expect(await fixture.rows(`${one}/insights`)).toMatchObject([insight]);
    expect((await fixture.get(`${instance}/decisions?$expand=principal`)).status).toBe(400);
  });

  test("recommendations stay as they were at the start", async () => {
    const { fixture, instance } = await running();
    fixture.quiet.signIns = { lastAttemptAt: fixture.tenant.clock.iso() };
    fixture.pass(3);
    const quiet = (await fixture.decisions(instance)).find(
      ({ principal }) => principal.id === fixture.quiet.id,
    );
    expect(quiet?.recommendation).toBe("Deny");
  });
});

describe("Update a decision: https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update", () => {
  test("a reviewer decides, and may think again", async () => {
    const { fixture, instance } = await running();
    expect(
      (await fixture.decide(instance, fixture.quiet, "DontKnow", fixture.owner, "")).status,
    ).toBe(204);
    expect((await fixture.decide(instance, fixture.quiet, "Approve", fixture.owner)).status).toBe(
      204,
    );
    const quiet = (await fixture.decisions(instance)).find(
      ({ principal }) => principal.id === fixture.quiet.id,
    );
    expect(quiet).toMatchObject({
      decision: "Approve",
      justification: "Still on the project.",
      reviewedBy: { id: fixture.owner.id, displayName: "Olga Owner" },
    });
    expect(fixture.tenant.directory.audits.at(-1)?.activityDisplayName).toBe("Approve decision");
  });

  test("administrators are refused, whatever they may do otherwise", async () => {
    const { fixture, instance, act } = await running();
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.admin)).status).toBe(403);
    expect((await fixture.decide(instance, fixture.quiet, "Deny", fixture.governor)).status).toBe(
      403,
    );
    const deny = { decision: "Deny", justification: "" };
    expect(await act("batchRecordDecisions", deny, fixture.admin)).toBe(403);
    expect(await act("acceptRecommendations", undefined, fixture.governor)).toBe(403);
    expect(new Set(await verdicts(fixture, instance))).toEqual(new Set(["NotReviewed"]));
  });

  test("approving needs a reason where the review says so; other words are refused", async () => {
    const { fixture, instance } = await running();
    const decide = async (decision: string, why: string) =>
      (await fixture.decide(instance, fixture.quiet, decision, fixture.owner, why)).status;
    expect(await decide("Approve", " ")).toBe(400);
    expect(await decide("Deny", "")).toBe(204);
    expect(await decide("Maybe", "")).toBe(400);
    expect(await decide("NotReviewed", "")).toBe(400);
  });

  test("guests decide about themselves in a self-review, and about nobody else", async () => {
    const { fixture, instance } = await running({ reviewers: [] });
    const [own, ...others] = await fixture.rows<ShownDecision>(
      `${instance}/decisions`,
      fixture.active,
    );
    expect(own?.principal.id).toBe(fixture.active.id);
    expect(others).toEqual([]);
    const mine = `${instance}/decisions/filterByCurrentUser(on='reviewer')`;
    expect(await fixture.rows(mine, fixture.active)).toEqual([own]);
    expect((await fixture.decide(instance, fixture.active, "Approve", fixture.active)).status).toBe(
      204,
    );
    expect((await fixture.decide(instance, fixture.quiet, "Approve", fixture.active)).status).toBe(
      403,
    );
  });
});

describe("Decide many: https://learn.microsoft.com/graph/api/accessreviewinstance-batchrecorddecisions", () => {
  test("one person, one resource, or everything", async () => {
    const { fixture, instance, act } = await running();
    const deny = { decision: "Deny", justification: "" };
    const batch = (more: object) => act("batchRecordDecisions", { ...deny, ...more });
    expect(await batch({ principalId: fixture.never.id })).toBe(204);
    expect(await verdicts(fixture, instance)).toEqual(["NotReviewed", "NotReviewed", "Deny"]);
    expect(await batch({ resourceId: fixture.group.id })).toBe(204);
    expect(await verdicts(fixture, instance)).toEqual(["Deny", "Deny", "Deny"]);
    expect(
      await act("batchRecordDecisions", { decision: "Approve", justification: "All stay." }),
    ).toBe(204);
    expect(await verdicts(fixture, instance)).toEqual(["Approve", "Approve", "Approve"]);
    expect(await act("batchRecordDecisions", { decision: "Approve" })).toBe(400);
  });

  test("accepting recommendations leaves alone what was decided", async () => {
    const { fixture, instance, act } = await running();
    await fixture.decide(instance, fixture.quiet, "Approve", fixture.owner);
    expect(await act("acceptRecommendations", undefined)).toBe(204);
    expect(await verdicts(fixture, instance)).toEqual(["Approve", "Approve", "Deny"]);
  });
});

describe("Who is asked: https://learn.microsoft.com/graph/accessreviews-reviewers-concept", () => {
  const contactedBy = async (fixture: ReviewFixture, reviewers: unknown[], more: object = {}) => {
    const { instance } = await running({ reviewers, ...more }, fixture);
    return (await fixture.rows(`${instance}/contactedReviewers`)).map(
      ({ displayName }) => displayName,
    );
  };

  test("people, group owners and members, managers, and the fallback where there is nobody", async () => {
    const fixture = new ReviewFixture();
    const boss = fixture.member("Bo Boss");
    fixture.active.managerId = boss.id;
    const team = fixture.addGroup({ memberIds: new Set([boss.id]) });
    const fallbackReviewers = [reviewer(`/users/${fixture.admin.id}`)];
    expect(await contactedBy(fixture, [reviewer(`/users/${boss.id}`)])).toEqual(["Bo Boss"]);
    expect(await contactedBy(fixture, [reviewer(`/groups/${team.id}/transitiveMembers`)])).toEqual([
      "Bo Boss",
    ]);
    expect(await contactedBy(fixture, [reviewer("./owners")])).toEqual(["Olga Owner"]);
    const byManager = [{ ...reviewer("./manager"), queryRoot: "decisions" }];
    expect(await contactedBy(fixture, byManager)).toEqual(["Bo Boss"]);
    expect(await contactedBy(fixture, byManager, { fallbackReviewers })).toEqual([
      "Bo Boss",
      "Grace Global",
    ]);
    expect(await contactedBy(fixture, [])).toEqual(["Ada Active", "Quinn Quiet", "Nell Never"]);
  });

  test("a group without owners falls to the fallback reviewers", async () => {
    const fixture = new ReviewFixture();
    fixture.group.ownerIds.clear();
    const more = { ...eachGroup, fallbackReviewers: [reviewer(`/users/${fixture.admin.id}`)] };
    expect(await contactedBy(fixture, [reviewer("./owners")], more)).toEqual(["Grace Global"]);
    expect(await contactedBy(fixture, [reviewer("./owners")], eachGroup)).toEqual([]);
  });
});
