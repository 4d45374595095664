import { describe, expect, test } from "vitest";
import {
  definitionsPath,
  ReviewFixture,
  type Shown,
} from "@/simulator/graph/access-reviews/review-fixture";
import { definitionBodies } from "./definition-body";
import { type DraftReviewers, type DraftScope, FREQUENCIES, type ReviewDraft } from "./draft";
import { operationIdIn, markerOf } from "./marker";
import { readScope } from "./read-scope";
import { REVIEW_TEMPLATES } from "./templates";
import { ADA, someDraft, TODAY } from "./testing/some-draft";

// That the bodies are what a second reading of Graph's documentation takes for right, too.

const OPERATION_ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

async function create(fixture: ReviewFixture, draft: ReviewDraft): Promise<Shown> {
  fixture.tenant.licence = "governance";
  const [first] = definitionBodies(draft, () => markerOf(OPERATION_ID));
  const response = await fixture.post(definitionsPath, first?.body, { as: fixture.governor });
  const made = (await response.json()) as Shown;
  expect(response.status, JSON.stringify(made)).toBe(201);
  return made;
}

function application(fixture: ReviewFixture): string {
  const id = "90000000-0000-4000-8000-000000000001";
  const app = { id, appId: id, displayName: "Portal", ownerIds: new Set([fixture.owner.id]) };
  fixture.tenant.directory.servicePrincipals.set(id, app);
  return id;
}

describe("every scope with every kind of reviewers", () => {
  const scopes: readonly [string, (fixture: ReviewFixture) => DraftScope][] = [
    ["all groups", () => ({ kind: "all-groups", teamsOnly: false })],
    ["teams", () => ({ kind: "all-groups", teamsOnly: true })],
    [
      "a group",
      (fixture) => ({ kind: "groups", groupIds: [fixture.group.id], inactiveDays: null }),
    ],
    [
      "inactive guests",
      (fixture) => ({ kind: "groups", groupIds: [fixture.group.id], inactiveDays: 60 }),
    ],
    ["inactive guests over groups", () => ({ kind: "inactive-over-groups", inactiveDays: 90 })],
    [
      "an application",
      (fixture) => ({ kind: "application", servicePrincipalId: application(fixture) }),
    ],
  ];
  const kinds = ["owners", "people", "managers", "self"] as const;

  test.each(scopes.flatMap(([name, scope]) => kinds.map((kind) => [name, kind, scope] as const)))(
    "%s, decided by %s",
    async (_, kind, scopeFor) => {
      const fixture = new ReviewFixture();
      const scope = scopeFor(fixture);
      const reviewers: DraftReviewers =
        kind === "people" ? { kind, userIds: [fixture.owner.id] } : { kind };
      const fallbackIds = [fixture.governor.id];
      const stages = [{ reviewers, fallbackIds, durationDays: 7 }];
      const made = await create(
        fixture,
        someDraft({ scope, stages, consequence: { lookBackDays: 30 } }),
      );
      expect(operationIdIn(String(made.descriptionForAdmins))).toBe(OPERATION_ID);
      const read = readScope(made.scope, made.instanceEnumerationScope);
      const kindRead = scope.kind === "groups" ? "group" : scope.kind;
      expect(read.kind).toBe(kindRead);
    },
  );
});

test.each(FREQUENCIES)(
  "%s: begins on its first day, and again when it should",
  async (frequency) => {
    const fixture = new ReviewFixture();
    const stages = [
      {
        reviewers: { kind: "owners" },
        fallbackIds: [fixture.governor.id],
        durationDays: 7,
      } as const,
    ];
    const scope = { kind: "groups", groupIds: [fixture.group.id], inactiveDays: null } as const;
    const { id } = await create(fixture, someDraft({ scope, stages, schedule: { frequency } }));
    const instances = async () => (await fixture.rows(`${definitionsPath}/${id}/instances`)).length;
    expect(await instances()).toBe(1);
    fixture.pass(366);
    // Ten years of nothing more would be once; a yearly one has come again by now.
    expect(await instances()).toBe(
      { once: 1, weekly: 53, monthly: 13, quarterly: 5, "half-yearly": 3, yearly: 2 }[frequency],
    );
  },
);

test.each([
  { kind: "on", date: "2027-06-01" } as const,
  { kind: "after", occurrences: 3 } as const,
])("ends: %j", async (end) => {
  const fixture = new ReviewFixture();
  const scope = { kind: "groups", groupIds: [fixture.group.id], inactiveDays: null } as const;
  const { id } = await create(fixture, someDraft({ scope, schedule: { end } }));
  fixture.pass(800);
  expect(await fixture.rows(`${definitionsPath}/${id}/instances`)).toHaveLength(3);
});

test("three stages, and block, then delete", async () => {
  const fixture = new ReviewFixture();
  const stage = (reviewers: DraftReviewers) => ({ reviewers, fallbackIds: [], durationDays: 5 });
  const stages = [
    stage({ kind: "owners" }),
    stage({ kind: "people", userIds: [fixture.governor.id] }),
    stage({ kind: "self" }),
  ];
  const scope = { kind: "groups", groupIds: [fixture.group.id], inactiveDays: null } as const;
  const consequence = { applyAction: "block-then-delete" } as const;
  const made = await create(fixture, someDraft({ scope, stages, consequence }));
  expect(made.stageSettings).toHaveLength(3);
  expect(made.settings).toMatchObject({
    applyActions: [{ "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" }],
  });
});

test.each(REVIEW_TEMPLATES)("$name", async ({ draft }) => {
  const fixture = new ReviewFixture();
  const begun = draft(TODAY);
  const scope =
    begun.scope.kind === "groups" ? { ...begun.scope, groupIds: [fixture.group.id] } : begun.scope;
  const stages = begun.stages.map((stage) =>
    stage.reviewers.kind === "people"
      ? { ...stage, reviewers: { ...stage.reviewers, userIds: [fixture.owner.id] } }
      : stage,
  );
  const name = begun.name === "" ? "Named by who creates it" : begun.name;
  const { id } = await create(fixture, { ...begun, name, scope, stages });
  expect(await fixture.statusOf(`${definitionsPath}/${id}`)).toBe("InProgress");
});

test("somebody who is not there is refused, so that accepting means something", async () => {
  const fixture = new ReviewFixture();
  const stages = [
    { reviewers: { kind: "people", userIds: [ADA] }, fallbackIds: [], durationDays: 7 } as const,
  ];
  const scope = { kind: "groups", groupIds: [fixture.group.id], inactiveDays: null } as const;
  const [first] = definitionBodies(someDraft({ scope, stages }), () => "");
  expect((await fixture.post(definitionsPath, first?.body, { as: fixture.governor })).status).toBe(
    400,
  );
});
