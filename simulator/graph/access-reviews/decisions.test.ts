import { describe, expect, test } from "vitest";
import { eachGroup, reviewer, ReviewBed, type ShownDecision } from "./review-bed.ts";

async function running(given: Record<string, unknown> = {}, bed = new ReviewBed()) {
  const instance = await bed.instance(await bed.review(given));
  const act = async (word: string, body: unknown, as = bed.owner) =>
    (await bed.post(`${instance}/${word}`, body, { as })).status;
  return { bed, instance, act };
}

const verdicts = async (bed: ReviewBed, instance: string) =>
  (await bed.decisions(instance)).map(({ decision }) => decision);

describe("List decisions: https://learn.microsoft.com/graph/api/accessreviewinstance-list-decisions", () => {
  test("shows each person with resource, recommendation and nobody's verdict", async () => {
    const { bed, instance } = await running();
    const [first, second, third] = await bed.decisions(instance);
    const nobody = { id: "00000000-0000-0000-0000-000000000000", displayName: "" };
    expect(first).toMatchObject({
      decision: "NotReviewed",
      recommendation: "Approve",
      applyResult: "New",
      reviewedBy: nobody,
      appliedBy: nobody,
      principal: { "@odata.type": "#microsoft.graph.userIdentity", id: bed.active.id },
      principalLink: `https://graph.microsoft.com/v1.0/users/${bed.active.id}`,
      resource: { id: bed.group.id, displayName: "Partners" },
    });
    expect(instance).toContain((first as { accessReviewId?: string }).accessReviewId);
    // Whoever never signed in has not signed in within 30 days.
    expect([second?.recommendation, third?.recommendation]).toEqual(["Deny", "Deny"]);
  });

  test("filters and sorts by decision, recommendation and applyResult alone", async () => {
    const { bed, instance } = await running();
    const list = (query: string) => bed.rows<ShownDecision>(`${instance}/decisions?${query}`);
    expect(await list("$filter=recommendation eq 'Approve'")).toHaveLength(1);
    expect(await list("$filter=decision eq 'NotReviewed' and applyResult eq 'New'")).toHaveLength(
      3,
    );
    expect((await list("$orderby=recommendation desc"))[0]?.recommendation).toBe("Deny");
    expect(await list("$top=1&$skip=2&$select=id")).toEqual([{ id: expect.any(String) as string }]);
    expect((await bed.get(`${instance}/decisions?$filter=justification eq ''`)).status).toBe(400);
    expect((await bed.get(`${instance}/decisions?$orderby=justification`)).status).toBe(400);
  });

  test("pages at 100", async () => {
    const bed = new ReviewBed();
    for (let index = 0; index < 250; index += 1) {
      bed.tenant.directory.addMember(bed.group, bed.guest({ displayName: `G${index}` }).id);
    }
    const { instance } = await running({}, bed);
    const response = await bed.get(`${instance}/decisions?$top=500`);
    const page = (await response.json()) as { value: unknown[]; "@odata.nextLink": string };
    expect(page.value).toHaveLength(100);
    const next = page["@odata.nextLink"].replace("https://graph.microsoft.com/v1.0", "");
    expect(await bed.rows(next)).toHaveLength(100);
    expect(await bed.rows(`${instance}/decisions?$skip=200`)).toHaveLength(53);
  });

  test("shows the sign-in behind a recommendation where insights are expanded", async () => {
    const { bed, instance } = await running();
    const [active, , never] = await bed.rows(`${instance}/decisions?$expand=insights`);
    const insight = {
      "@odata.type": "#microsoft.graph.userSignInInsight",
      lastSignInDateTime: bed.active.signIns?.lastAttemptAt,
    };
    expect(active?.insights).toMatchObject([insight]);
    expect(never?.insights).toEqual([]);
    const one = `${instance}/decisions/${active?.id ?? ""}`;
    expect(await bed.rows(`${one}/insights`)).toMatchObject([insight]);
    expect((await bed.get(`${instance}/decisions?$expand=principal`)).status).toBe(400);
  });

  test("recommendations stay as they were at the start", async () => {
    const { bed, instance } = await running();
    bed.quiet.signIns = { lastAttemptAt: bed.tenant.clock.iso() };
    bed.pass(3);
    const quiet = (await bed.decisions(instance)).find(
      ({ principal }) => principal.id === bed.quiet.id,
    );
    expect(quiet?.recommendation).toBe("Deny");
  });
});

describe("Update a decision: https://learn.microsoft.com/graph/api/accessreviewinstancedecisionitem-update", () => {
  test("a reviewer decides, and may think again", async () => {
    const { bed, instance } = await running();
    expect((await bed.decide(instance, bed.quiet, "DontKnow", bed.owner, "")).status).toBe(204);
    expect((await bed.decide(instance, bed.quiet, "Approve", bed.owner)).status).toBe(204);
    const quiet = (await bed.decisions(instance)).find(
      ({ principal }) => principal.id === bed.quiet.id,
    );
    expect(quiet).toMatchObject({
      decision: "Approve",
      justification: "Still on the project.",
      reviewedBy: { id: bed.owner.id, displayName: "Olga Owner" },
    });
    expect(bed.tenant.directory.audits.at(-1)?.activityDisplayName).toBe("Approve decision");
  });

  test("administrators are refused, whatever they may do otherwise", async () => {
    const { bed, instance, act } = await running();
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.admin)).status).toBe(403);
    expect((await bed.decide(instance, bed.quiet, "Deny", bed.governor)).status).toBe(403);
    const deny = { decision: "Deny", justification: "" };
    expect(await act("batchRecordDecisions", deny, bed.admin)).toBe(403);
    expect(await act("acceptRecommendations", undefined, bed.governor)).toBe(403);
    expect(new Set(await verdicts(bed, instance))).toEqual(new Set(["NotReviewed"]));
  });

  test("approving needs a reason where the review says so; other words are refused", async () => {
    const { bed, instance } = await running();
    const decide = async (decision: string, why: string) =>
      (await bed.decide(instance, bed.quiet, decision, bed.owner, why)).status;
    expect(await decide("Approve", " ")).toBe(400);
    expect(await decide("Deny", "")).toBe(204);
    expect(await decide("Maybe", "")).toBe(400);
    expect(await decide("NotReviewed", "")).toBe(400);
  });

  test("guests decide about themselves in a self-review, and about nobody else", async () => {
    const { bed, instance } = await running({ reviewers: [] });
    const [own, ...others] = await bed.rows<ShownDecision>(`${instance}/decisions`, bed.active);
    expect(own?.principal.id).toBe(bed.active.id);
    expect(others).toEqual([]);
    const mine = `${instance}/decisions/filterByCurrentUser(on='reviewer')`;
    expect(await bed.rows(mine, bed.active)).toEqual([own]);
    expect((await bed.decide(instance, bed.active, "Approve", bed.active)).status).toBe(204);
    expect((await bed.decide(instance, bed.quiet, "Approve", bed.active)).status).toBe(403);
  });
});

describe("Decide many: https://learn.microsoft.com/graph/api/accessreviewinstance-batchrecorddecisions", () => {
  test("one person, one resource, or everything", async () => {
    const { bed, instance, act } = await running();
    const deny = { decision: "Deny", justification: "" };
    const batch = (more: object) => act("batchRecordDecisions", { ...deny, ...more });
    expect(await batch({ principalId: bed.never.id })).toBe(204);
    expect(await verdicts(bed, instance)).toEqual(["NotReviewed", "NotReviewed", "Deny"]);
    expect(await batch({ resourceId: bed.group.id })).toBe(204);
    expect(await verdicts(bed, instance)).toEqual(["Deny", "Deny", "Deny"]);
    expect(
      await act("batchRecordDecisions", { decision: "Approve", justification: "All stay." }),
    ).toBe(204);
    expect(await verdicts(bed, instance)).toEqual(["Approve", "Approve", "Approve"]);
    expect(await act("batchRecordDecisions", { decision: "Approve" })).toBe(400);
  });

  test("accepting recommendations leaves alone what was decided", async () => {
    const { bed, instance, act } = await running();
    await bed.decide(instance, bed.quiet, "Approve", bed.owner);
    expect(await act("acceptRecommendations", undefined)).toBe(204);
    expect(await verdicts(bed, instance)).toEqual(["Approve", "Approve", "Deny"]);
  });
});

describe("Who is asked: https://learn.microsoft.com/graph/accessreviews-reviewers-concept", () => {
  const asked = async (bed: ReviewBed, reviewers: unknown[], more: object = {}) => {
    const { instance } = await running({ reviewers, ...more }, bed);
    return (await bed.rows(`${instance}/contactedReviewers`)).map(({ displayName }) => displayName);
  };

  test("people, group owners and members, managers, and the fallback where there is nobody", async () => {
    const bed = new ReviewBed();
    const boss = bed.member("Bo Boss");
    bed.active.managerId = boss.id;
    const team = bed.addGroup({ memberIds: new Set([boss.id]) });
    const fallbackReviewers = [reviewer(`/users/${bed.admin.id}`)];
    expect(await asked(bed, [reviewer(`/users/${boss.id}`)])).toEqual(["Bo Boss"]);
    expect(await asked(bed, [reviewer(`/groups/${team.id}/transitiveMembers`)])).toEqual([
      "Bo Boss",
    ]);
    expect(await asked(bed, [reviewer("./owners")])).toEqual(["Olga Owner"]);
    const byManager = [{ ...reviewer("./manager"), queryRoot: "decisions" }];
    expect(await asked(bed, byManager)).toEqual(["Bo Boss"]);
    expect(await asked(bed, byManager, { fallbackReviewers })).toEqual(["Bo Boss", "Grace Global"]);
    expect(await asked(bed, [])).toEqual(["Ada Active", "Quinn Quiet", "Nell Never"]);
  });

  test("a group without owners falls to the fallback reviewers", async () => {
    const bed = new ReviewBed();
    bed.group.ownerIds.clear();
    const more = { ...eachGroup, fallbackReviewers: [reviewer(`/users/${bed.admin.id}`)] };
    expect(await asked(bed, [reviewer("./owners")], more)).toEqual(["Grace Global"]);
    expect(await asked(bed, [reviewer("./owners")], eachGroup)).toEqual([]);
  });
});
