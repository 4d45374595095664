import { describe, expect, test } from "vitest";
import { editDraft, editing } from "./edit-draft";
import { REVIEW_TEMPLATES } from "./templates";
import { silenceForReviewers } from "./message-to-reviewers";

const quarterly = REVIEW_TEMPLATES.find(({ id }) => id === "quarterly-deny");
const QUESTION = "Do these guests still need to be in your group?";

function messages(...changes: Parameters<typeof consequenceOf>[0][]) {
  let state = editing(begun());
  return changes.map((change) => {
    state = editDraft(state, { kind: "set-consequence", consequence: consequenceOf(change) });
    return state.draft.descriptionForReviewers;
  });
}

type Draft = ReturnType<typeof begun>;
const consequenceOf = (change: Partial<Draft["consequence"]>) => change;

function begun() {
  if (quarterly === undefined) throw new Error("There is no quarterly template.");
  return quarterly.draft("2026-12-01");
}

describe("What a template tells reviewers of silence", () => {
  test("follows the consequence, there and back", () => {
    expect(
      messages(
        { applyAction: "block-then-delete" },
        { autoApply: false },
        { ifNobodyAnswers: "Approve" },
        { ifNobodyAnswers: "Recommendation" },
        { ifNobodyAnswers: null },
        { ifNobodyAnswers: "Deny", autoApply: true, applyAction: "remove-access" },
      ),
    ).toEqual([
      `${QUESTION} Guests whom nobody confirms are blocked, and deleted 30 days later.`,
      `${QUESTION} Guests whom nobody confirms are denied, which an administrator applies.`,
      `${QUESTION} Guests about whom nobody decides are approved.`,
      `${QUESTION} Where nobody decides, the recommendation counts.`,
      `${QUESTION} Guests about whom nobody decides keep their access.`,
      begun().descriptionForReviewers,
    ]);
  });

  test("stays as a person wrote it", () => {
    const draft = { ...begun(), descriptionForReviewers: "Who is left of them loses $& access." };
    const edited = editDraft(editing(draft), {
      kind: "set-consequence",
      consequence: { applyAction: "block-then-delete" },
    });
    expect(edited.draft.descriptionForReviewers).toBe("Who is left of them loses $& access.");
  });

  test.each(REVIEW_TEMPLATES.map(({ id, draft }) => [id, draft("2026-12-01")] as const))(
    "is true of the template %s, and fits",
    (_id, { descriptionForReviewers, consequence }) => {
      expect(descriptionForReviewers).toContain(silenceForReviewers(consequence));
      expect(descriptionForReviewers.length).toBeLessThanOrEqual(256);
    },
  );
});
