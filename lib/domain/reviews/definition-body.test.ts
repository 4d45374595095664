import { describe, expect, test } from "vitest";
import { canBlockThenDelete, definitionBodies } from "./definition-body";
import type { DraftStage } from "./draft";
import { readReviewers } from "./read-reviewers";
import { readScope } from "./read-scope";
import { REVIEW_TEMPLATES } from "./templates";
import { ADA, APPLICATION, BEN, GROUP, OTHER_GROUP, someDraft, TODAY } from "./testing/some-draft";

const marker = (groupId: string | null) => `[${groupId ?? "all"}]`;

function bodyOf(overrides: Parameters<typeof someDraft>[0] = {}): Record<string, unknown> {
  const [first] = definitionBodies(someDraft(overrides), marker);
  return first?.body as Record<string, unknown>;
}

const settingsOf = (overrides: Parameters<typeof someDraft>[0] = {}) =>
  bodyOf(overrides).settings as Record<string, unknown>;

test("the quarterly template: the exact body", () => {
  const quarterly = REVIEW_TEMPLATES.find(({ id }) => id === "quarterly-deny");
  if (!quarterly) throw new Error("no such template");
  const bodies = definitionBodies(quarterly.draft(TODAY), marker);
  expect(bodies).toEqual([
    {
      groupId: null,
      body: {
        displayName: "Quarterly guest access review",
        descriptionForAdmins: "Every guest of every Microsoft 365 group, each quarter. [all]",
        descriptionForReviewers:
          "Do these guests still need to be in your group? Guests whom nobody confirms lose their access.",
        instanceEnumerationScope: {
          "@odata.type": "#microsoft.graph.accessReviewQueryScope",
          query: "/groups?$filter=(groupTypes/any(c:c eq 'Unified'))",
          queryType: "MicrosoftGraph",
        },
        scope: {
          "@odata.type": "#microsoft.graph.accessReviewQueryScope",
          query: "./members/microsoft.graph.user/?$filter=(userType eq 'Guest')",
          queryType: "MicrosoftGraph",
        },
        reviewers: [{ query: "./owners", queryType: "MicrosoftGraph" }],
        settings: {
          mailNotificationsEnabled: true,
          reminderNotificationsEnabled: true,
          justificationRequiredOnApproval: true,
          defaultDecisionEnabled: true,
          defaultDecision: "Deny",
          autoApplyDecisionsEnabled: true,
          recommendationsEnabled: true,
          instanceDurationInDays: 14,
          recurrence: {
            pattern: { type: "absoluteMonthly", interval: 3, dayOfMonth: 20 },
            range: { type: "noEnd", startDate: "2026-11-20" },
          },
        },
      },
    },
  ]);
});

describe("groups", () => {
  const scope = {
    kind: "groups",
    groupIds: [GROUP, OTHER_GROUP, GROUP],
    inactiveDays: null,
  } as const;

  test("each has a review of its own, with its own marker, owners and name", () => {
    const names = (id: string) => (id === GROUP ? "Alpha" : null);
    const bodies = definitionBodies(someDraft({ scope }), marker, names);
    expect(bodies).toMatchObject([
      {
        groupId: GROUP,
        body: {
          displayName: "Partners each quarter: Alpha",
          descriptionForAdmins: `Guest access of the quarter. [${GROUP}]`,
          reviewers: [{ query: `/groups/${GROUP}/owners` }],
        },
      },
      {
        // A group whose name could not be read.
        groupId: OTHER_GROUP,
        body: { displayName: `Partners each quarter: ${OTHER_GROUP}` },
      },
    ]);
    expect(bodies).toHaveLength(2);
  });

  test("a long name stays within the limit", () => {
    const [first] = definitionBodies(someDraft({ scope }), marker, () => "x".repeat(300));
    expect((first?.body as { displayName: string }).displayName).toHaveLength(256);
  });

  test("none makes no body", () => {
    expect(definitionBodies(someDraft({ scope: { ...scope, groupIds: [] } }), marker)).toEqual([]);
  });
});

describe("what is written is understood when it is read", () => {
  test.each([
    [
      { kind: "all-groups", teamsOnly: true } as const,
      { kind: "all-groups", teamsOnly: true, inactiveDays: null },
    ],
    [
      { kind: "groups", groupIds: [GROUP], inactiveDays: 60 } as const,
      { kind: "group", groupId: GROUP, guestsOnly: true, inactiveDays: 60 },
    ],
    [
      { kind: "inactive-over-groups", inactiveDays: 90 } as const,
      { kind: "inactive-over-groups", inactiveDays: 90 },
    ],
    [
      { kind: "application", servicePrincipalId: APPLICATION } as const,
      { kind: "application", servicePrincipalId: APPLICATION },
    ],
  ])("%j", (scope, read) => {
    const body = bodyOf({ scope });
    expect(readScope(body.scope, body.instanceEnumerationScope)).toEqual(read);
  });
});

describe("reviewers", () => {
  const stage = (overrides: Partial<DraftStage>): DraftStage => ({
    reviewers: { kind: "owners" },
    fallbackIds: [],
    durationDays: 7,
    ...overrides,
  });
  const panel = (overrides: Partial<DraftStage>) => bodyOf({ stages: [stage(overrides)] });

  test("people, with who stands in for them", () => {
    const body = panel({
      reviewers: { kind: "people", userIds: [ADA, ADA] },
      fallbackIds: [BEN],
    });
    expect(readReviewers(body.reviewers)).toEqual([{ kind: "person", userId: ADA }]);
    expect(readReviewers(body.fallbackReviewers)).toEqual([{ kind: "person", userId: BEN }]);
  });

  test("managers say what their query is relative to", () => {
    expect(panel({ reviewers: { kind: "managers" } }).reviewers).toEqual([
      { query: "./manager", queryType: "MicrosoftGraph", queryRoot: "decisions" },
    ]);
  });

  test("a self-review names nobody, and nobody stands in", () => {
    const body = panel({ reviewers: { kind: "self" }, fallbackIds: [ADA] });
    expect(body.reviewers).toEqual([]);
    expect(body).not.toHaveProperty("fallbackReviewers");
  });

  test("owners of an application", () => {
    const body = bodyOf({ scope: { kind: "application", servicePrincipalId: APPLICATION } });
    expect(readReviewers(body.reviewers)).toEqual([{ kind: "application-owners" }]);
  });

  test("one stage is no stage; several follow each other and last as long as all of them", () => {
    expect(bodyOf()).not.toHaveProperty("stageSettings");
    const stages = [
      stage({ durationDays: 3 }),
      stage({ reviewers: { kind: "people", userIds: [ADA] } }),
    ];
    const body = bodyOf({ stages, consequence: { lookBackDays: 60 } });
    const insight = {
      "@odata.type": "#microsoft.graph.userLastSignInRecommendationInsightSetting",
      recommendationLookBackDuration: "P60D",
      signInScope: "tenant",
    };
    expect(body.stageSettings).toEqual([
      {
        stageId: "1",
        durationInDays: 3,
        recommendationsEnabled: true,
        recommendationInsightSettings: [insight],
        reviewers: [{ query: `/groups/${GROUP}/owners`, queryType: "MicrosoftGraph" }],
      },
      {
        stageId: "2",
        dependsOn: ["1"],
        durationInDays: 7,
        recommendationsEnabled: true,
        recommendationInsightSettings: [insight],
        reviewers: [{ query: `/users/${ADA}`, queryType: "MicrosoftGraph" }],
      },
    ]);
    expect((body.settings as { instanceDurationInDays: number }).instanceDurationInDays).toBe(10);
  });
});

describe("consequence", () => {
  test("removal is not named; block, then delete is, where the scope allows it", () => {
    expect(settingsOf()).not.toHaveProperty("applyActions");
    const consequence = { applyAction: "block-then-delete" } as const;
    expect(settingsOf({ consequence }).applyActions).toEqual([
      { "@odata.type": "#microsoft.graph.disableAndDeleteUserApplyAction" },
    ]);
    const scope = { kind: "all-groups", teamsOnly: false } as const;
    expect(settingsOf({ consequence, scope })).not.toHaveProperty("applyActions");
    expect(canBlockThenDelete({ kind: "application", servicePrincipalId: APPLICATION })).toBe(
      false,
    );
  });

  test("no default is said so", () => {
    expect(settingsOf({ consequence: { ifNobodyAnswers: null } })).toMatchObject({
      defaultDecisionEnabled: false,
      defaultDecision: "None",
    });
  });

  test("without recommendations nothing is looked back on", () => {
    const consequence = { recommendations: false, lookBackDays: 30 };
    expect(settingsOf({ consequence })).not.toHaveProperty("recommendationInsightSettings");
  });
});
