import type { DraftStage, ReviewDraft } from "./draft";
import type { DraftProblem } from "./draft-problem";

/** https://learn.microsoft.com/graph/api/resources/accessreviewstagesettings */
const STAGES_MAX = 3;

/** The problems of a draft's reviewers. */
export function checkReviewers(
  { stages }: ReviewDraft,
  knownUserIds: ReadonlySet<string> | null,
): readonly DraftProblem[] {
  if (stages.length === 0) return [problem("stages", "Say who decides.")];
  const tooMany = problem("stages", `A review has at most ${STAGES_MAX} stages.`);
  return [
    ...(stages.length > STAGES_MAX ? [tooMany] : []),
    ...stages.flatMap((stage, index) => checkStage(stage, `stages.${index}`, knownUserIds)),
  ];
}

function checkStage(
  { reviewers, fallbackIds }: DraftStage,
  at: string,
  knownUserIds: ReadonlySet<string> | null,
): readonly DraftProblem[] {
  const people = reviewers.kind === "people" ? reviewers.userIds : [];
  const problems: DraftProblem[] = [];
  if (reviewers.kind === "people" && people.length === 0) {
    problems.push(problem(`${at}.reviewers`, "Choose at least one person who decides."));
  }
  problems.push(...checkKnown(people, `${at}.reviewers`, knownUserIds));
  if (reviewers.kind === "self" && fallbackIds.length > 0) {
    const rule = "Nobody can stand in for people who review themselves.";
    problems.push(problem(`${at}.fallbackIds`, rule));
  }
  return [...problems, ...checkKnown(fallbackIds, `${at}.fallbackIds`, knownUserIds)];
}

function checkKnown(
  userIds: readonly string[],
  field: string,
  knownUserIds: ReadonlySet<string> | null,
): readonly DraftProblem[] {
  if (knownUserIds === null) return [];
  const unknown = userIds.filter((id) => !knownUserIds.has(id)).length;
  if (unknown === 0) return [];
  const rule =
    unknown === 1
      ? "One of these people is not in the directory: choose somebody else."
      : `${unknown} of these people are not in the directory: choose others.`;
  return [problem(field, rule)];
}

function problem(field: string, rule: string): DraftProblem {
  return { field, step: "reviewers", rule };
}
