import { describe, expect, it, test } from "vitest";
import { DRAFT } from "@/lib/ledger/testing/requests";
import { reviewDraftOnWire } from "./review-draft";

const stage = DRAFT.stages[0];
const id = "7c1a9be2-3d54-4c8f-a6b0-1e2f3d4c5b6a";

describe("A draft of a review", () => {
  it("is taken as it is", () => {
    expect(reviewDraftOnWire.parse(DRAFT)).toEqual(DRAFT);
  });

  test.each<[string, object]>([
    ["several groups", { scope: { kind: "groups", groupIds: [id], inactiveDays: 30 } }],
    ["groups to be chosen", { scope: { kind: "groups", groupIds: [], inactiveDays: null } }],
    ["inactive guests", { scope: { kind: "inactive-over-groups", inactiveDays: 90 } }],
    ["an application", { scope: { kind: "application", servicePrincipalId: id } }],
    ["three stages", { stages: [stage, stage, stage] }],
    ["people", { stages: [{ ...stage, reviewers: { kind: "people", userIds: [id] } }] }],
    ["an end", { schedule: { ...DRAFT.schedule, end: { kind: "on", date: "2027-11-20" } } }],
    ["no default", { consequence: { ...DRAFT.consequence, ifNobodyAnswers: null } }],
  ])("may have %s", (_, change) => {
    expect(reviewDraftOnWire.safeParse({ ...DRAFT, ...change }).success).toBe(true);
  });

  test.each<[string, object]>([
    ["a member that we do not know", { owner: "Olga" }],
    ["a scope that Graph does not have", { scope: { kind: "all-guests" } }],
    ["a group that is no id", { scope: { kind: "groups", groupIds: ["g"], inactiveDays: null } }],
    ["more of a scope than belongs to it", { scope: { ...DRAFT.scope, groupIds: [] } }],
    ["no stage", { stages: [] }],
    ["four stages", { stages: [stage, stage, stage, stage] }],
    ["half a day", { stages: [{ ...stage, durationDays: 0.5 }] }],
    [
      "an instant for a day",
      { schedule: { ...DRAFT.schedule, startDate: "2026-11-20T00:00:00Z" } },
    ],
    ["a day that is none", { schedule: { ...DRAFT.schedule, startDate: "2026-02-30" } }],
    ["another rhythm", { schedule: { ...DRAFT.schedule, frequency: "daily" } }],
    ["another default", { consequence: { ...DRAFT.consequence, ifNobodyAnswers: "None" } }],
    ["a setting left out", { consequence: { ...DRAFT.consequence, mails: undefined } }],
    ["a name without end", { name: "x".repeat(2_001) }],
  ])("is refused with %s", (_, change) => {
    expect(reviewDraftOnWire.safeParse({ ...DRAFT, ...change }).success).toBe(false);
  });
});
