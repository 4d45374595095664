import { describe, expect, test } from "vitest";
import { planCreate } from "./plan-review";
import {
  type DraftEdit,
  draftFromTemplate,
  draftOfNotCreated,
  editDraft,
  editing,
} from "./edit-draft";
import { someDraft } from "./testing/some-draft";

const DRAFT = someDraft({
  scope: { kind: "all-groups", teamsOnly: false },
  stages: [{ reviewers: { kind: "owners" }, fallbackIds: ["grace"], durationDays: 14 }],
});

const after = (...edits: readonly DraftEdit[]) => edits.reduce(editDraft, editing(DRAFT));

describe("A draft in work", () => {
  test("keeps what another kind of scope had, for a person who looks around and comes back", () => {
    const groups = { kind: "groups", groupIds: ["a"], inactiveDays: null } as const;
    const { draft } = after(
      { kind: "choose-scope", scope: "groups" },
      { kind: "set-scope", scope: groups },
      { kind: "choose-scope", scope: "application" },
      { kind: "choose-scope", scope: "groups" },
    );
    expect(draft.scope).toEqual(groups);
  });

  test("begins a new kind of scope with nothing chosen", () => {
    expect(after({ kind: "choose-scope", scope: "groups" }).draft.scope).toEqual({
      kind: "groups",
      groupIds: [],
      inactiveDays: null,
    });
  });

  test("adds a second stage for others than the first, and removes it again", () => {
    const added = after({ kind: "add-stage" });
    expect(added.draft.stages).toHaveLength(2);
    expect(added.draft.stages[1]?.reviewers).toEqual({ kind: "people", userIds: [] });
    expect(editDraft(added, { kind: "remove-stage", at: 1 }).draft).toEqual(DRAFT);
  });

  test("has no fallback reviewers where guests review themselves", () => {
    const { stages } = after({
      kind: "set-stage",
      at: 0,
      stage: { reviewers: { kind: "self" } },
    }).draft;
    expect(stages[0]?.fallbackIds).toEqual([]);
  });

  test("has no end of the series when it happens once", () => {
    const { schedule } = after(
      { kind: "set-schedule", schedule: { end: { kind: "after", occurrences: 4 } } },
      { kind: "set-schedule", schedule: { frequency: "once" } },
    ).draft;
    expect(schedule.end).toEqual({ kind: "never" });
  });

  test("has no reminders without mails, and no look-back without recommendations", () => {
    const { consequence } = after(
      { kind: "set-consequence", consequence: { lookBackDays: 60 } },
      { kind: "set-consequence", consequence: { mails: false, recommendations: false } },
    ).draft;
    expect(consequence).toMatchObject({ reminders: false, lookBackDays: null });
  });

  test("forgets the other kinds of scope when it is replaced", () => {
    const replaced = after(
      { kind: "choose-scope", scope: "groups" },
      { kind: "replace", draft: DRAFT },
    );
    expect(replaced).toEqual(editing(DRAFT));
  });
});

describe("A draft from a template", () => {
  test("is about the group that the address names, and says so to administrators", () => {
    expect(draftFromTemplate(DRAFT, "quay", DRAFT.schedule.startDate)).toEqual({
      ...DRAFT,
      descriptionForAdmins: "The guests of one group.",
      scope: { kind: "groups", groupIds: ["quay"], inactiveDays: null },
    });
  });

  test("does not begin in the past, and otherwise when the template says", () => {
    const startOn = (today: string) => draftFromTemplate(DRAFT, null, today).schedule.startDate;
    expect(startOn("2031-05-01")).toBe("2031-05-01");
    expect(startOn("2020-05-01")).toBe(DRAFT.schedule.startDate);
  });
});

describe("The draft of what was not created", () => {
  const GROUPS = [1, 2, 3, 4].map((number) => `0B6F1D3E-1111-4A2B-8C3D-00000000000${number}`);
  const draft = someDraft({ scope: { kind: "groups", groupIds: GROUPS, inactiveDays: null } });
  const { operations } = planCreate(draft, {
    reason: "each quarter",
    mintId: () => crypto.randomUUID(),
  });

  test("has the groups without a review, and no other", () => {
    const notCreated = operations.filter((_, at) => at === 1 || at === 3);
    expect(draftOfNotCreated(draft, notCreated).scope).toMatchObject({
      groupIds: [GROUPS[1], GROUPS[3]],
    });
  });

  test("is the whole draft where it is one review", () => {
    expect(draftOfNotCreated(DRAFT, [])).toBe(DRAFT);
  });
});
