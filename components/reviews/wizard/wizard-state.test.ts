import { describe, expect, test } from "vitest";
import { SOME_DRAFT } from "./testing/some-draft";
import { beginWith, type Change, changed } from "./wizard-state";

const after = (...changes: readonly Change[]) => changes.reduce(changed, beginWith(SOME_DRAFT));

describe("the forms", () => {
  test("keep what another kind of scope had, for a person who looks around and comes back", () => {
    const groups = { kind: "groups", groupIds: ["a"], inactiveDays: null } as const;
    const { draft } = after(
      { kind: "scope-kind", scope: "groups" },
      { kind: "scoped", scope: groups },
      { kind: "scope-kind", scope: "application" },
      { kind: "scope-kind", scope: "groups" },
    );
    expect(draft.scope).toEqual(groups);
  });

  test("begin a new kind of scope with nothing chosen", () => {
    expect(after({ kind: "scope-kind", scope: "groups" }).draft.scope).toEqual({
      kind: "groups",
      groupIds: [],
      inactiveDays: null,
    });
  });

  test("add a second stage for others than the first, and drop it again", () => {
    const added = after({ kind: "stage-added" });
    expect(added.draft.stages).toHaveLength(2);
    expect(added.draft.stages[1]?.reviewers).toEqual({ kind: "people", userIds: [] });
    expect(changed(added, { kind: "stage-dropped", at: 1 }).draft).toEqual(SOME_DRAFT);
  });

  test("leave nobody standing in where people review themselves", () => {
    const { stages } = after({
      kind: "staged",
      at: 0,
      stage: { reviewers: { kind: "self" } },
    }).draft;
    expect(stages[0]?.fallbackIds).toEqual([]);
  });

  test("take the end of the series away when it happens once", () => {
    const { schedule } = after(
      { kind: "scheduled", schedule: { end: { kind: "after", occurrences: 4 } } },
      { kind: "scheduled", schedule: { frequency: "once" } },
    ).draft;
    expect(schedule.end).toEqual({ kind: "never" });
  });

  test("take the reminders away with the mails, and the look-back with the recommendations", () => {
    const { consequence } = after(
      { kind: "decided", consequence: { lookBackDays: 60 } },
      { kind: "decided", consequence: { mails: false, recommendations: false } },
    ).draft;
    expect(consequence).toMatchObject({ reminders: false, lookBackDays: null });
  });

  test("remember each field that was left and each step that was tried once", () => {
    const { touched, tried } = after(
      { kind: "left", field: "name" },
      { kind: "left", field: "name" },
      { kind: "tried", steps: ["scope"] },
      { kind: "tried", steps: ["scope", "reviewers"] },
    );
    expect(touched).toEqual(["name"]);
    expect(tried).toEqual(["scope", "reviewers"]);
  });

  test("call nothing wrong any more when they begin anew", () => {
    const begun = after({ kind: "tried", steps: ["scope"] }, { kind: "begun", draft: SOME_DRAFT });
    expect(begun).toEqual(beginWith(SOME_DRAFT));
  });
});
