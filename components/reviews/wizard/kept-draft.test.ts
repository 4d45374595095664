import { describe, expect, test } from "vitest";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { parseKept } from "./kept-draft";
import { SOME_DRAFT } from "./testing/some-draft";

const kept = (draft: unknown) => JSON.stringify({ begunFrom: "quarterly-deny", draft });

describe("a draft that was kept", () => {
  test.each<[string, Partial<ReviewDraft>]>([
    ["as it was", {}],
    ["over several groups", { scope: { kind: "groups", groupIds: ["a", "b"], inactiveDays: 30 } }],
    [
      "over an application not chosen yet",
      { scope: { kind: "application", servicePrincipalId: "" } },
    ],
    ["of the inactive", { scope: { kind: "inactive-over-groups", inactiveDays: 0 } }],
    [
      "with a start that is not filled in",
      {
        schedule: { frequency: "once", startDate: "", end: { kind: "after", occurrences: 0 } },
      },
    ],
    [
      "in stages",
      {
        stages: [
          { reviewers: { kind: "self" }, fallbackIds: [], durationDays: 3 },
          { reviewers: { kind: "people", userIds: ["grace"] }, fallbackIds: [], durationDays: 0 },
        ],
      },
    ],
    [
      "that does nothing without an answer",
      { consequence: { ...SOME_DRAFT.consequence, ifNobodyAnswers: null, lookBackDays: 60 } },
    ],
  ])("is taken up again %s", (_, part) => {
    const draft = { ...SOME_DRAFT, ...part };
    expect(parseKept(kept(draft))).toEqual({
      begunFrom: "quarterly-deny",
      draft,
      reason: null,
      exception: null,
    });
  });

  test("comes back from the consent page with the reason and the exception that were given", () => {
    const given = {
      begunFrom: "cis-monthly",
      draft: SOME_DRAFT,
      reason: "CIS",
      exception: { to: "protected 1", text: "The account was given up" },
    };
    expect(parseKept(JSON.stringify(given))).toEqual(given);
  });

  test.each<[string, string]>([
    ["no JSON", "{"],
    ["a word", '"draft"'],
    ["without a name", kept({ ...SOME_DRAFT, name: undefined })],
    ["with a scope of another version", kept({ ...SOME_DRAFT, scope: { kind: "tenant" } })],
    ["without a stage", kept({ ...SOME_DRAFT, stages: [] })],
    ["with a stage that is none", kept({ ...SOME_DRAFT, stages: [{}] })],
    ["with half a schedule", kept({ ...SOME_DRAFT, schedule: { frequency: "once" } })],
    [
      "with an answer that Graph does not know",
      kept({ ...SOME_DRAFT, consequence: { ...SOME_DRAFT.consequence, ifNobodyAnswers: "Maybe" } }),
    ],
  ])("is left alone when it is %s", (_, text) => {
    expect(parseKept(text)).toBeNull();
  });
});
