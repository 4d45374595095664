import type { StagePlan, StageVerdict } from "../../state/access-reviews/plan.ts";
import type { Directory } from "../../state/directory.ts";
import { badRequest } from "../errors.ts";
import { type Body, flagAt, listAt, objectFrom, textAt, wholeAt } from "./read-body.ts";
import { readPanel } from "./read-reviewers.ts";

const MOST_STAGES = 3;
const names = [
  "stageId",
  "dependsOn",
  "durationInDays",
  "recommendationsEnabled",
  "recommendationInsightSettings",
  "reviewers",
  "fallbackReviewers",
  "decisionsThatWillMoveToNextStage",
];
const verdicts = ["Approve", "Deny", "DontKnow", "NotReviewed", "Recommendation"] as const;

/** The stages of a review, one after the other: https://learn.microsoft.com/graph/api/resources/accessreviewstagesettings */
export function readStages(
  directory: Directory,
  body: Body,
): { stages: StagePlan[]; shown: unknown[] } {
  const stageBodies = listAt(body, "stageSettings");
  if (stageBodies.length > MOST_STAGES) {
    throw badRequest(`An access review may have at most ${MOST_STAGES} stages.`);
  }
  const stages: StagePlan[] = [];
  const shown: unknown[] = [];
  for (const value of stageBodies) {
    const stage = objectFrom(value, "stageSettings", names);
    const { plan, dependsOn } = readStage(directory, stage, stages.at(-1)?.stageId);
    if (stages.some(({ stageId }) => stageId === plan.stageId)) {
      throw badRequest(`The stageId '${plan.stageId}' is used more than once.`);
    }
    stages.push(plan);
    shown.push({
      stageId: plan.stageId,
      dependsOn,
      durationInDays: plan.days,
      recommendationsEnabled: flagAt(stage, "recommendationsEnabled"),
      recommendationInsightSettings: listAt(stage, "recommendationInsightSettings"),
      decisionsThatWillMoveToNextStage: plan.goesOn ?? [],
      ...plan.asRequested,
    });
  }
  return { stages, shown };
}

function readStage(
  directory: Directory,
  stage: Body,
  before: string | undefined,
): { plan: StagePlan; dependsOn: readonly unknown[] } {
  const stageId = textAt(stage, "stageId", 64);
  if (stageId === "") throw badRequest("A value is required for property 'stageId'.");
  const dependsOn = listAt(stage, "dependsOn");
  const expected = before === undefined ? [] : [before];
  if (dependsOn.length !== expected.length || dependsOn[0] !== expected[0]) {
    throw badRequest(
      before === undefined
        ? "The first stage may not depend on another one."
        : `Only sequential stages are supported: stage '${stageId}' must depend on '${before}'.`,
    );
  }
  const { panel, asRequested } = readPanel(directory, stage);
  const days = wholeAt(stage, "durationInDays", 1, 3650);
  return { plan: { stageId, days, ...panel, asRequested, goesOn: readGoesOn(stage) }, dependsOn };
}

function readGoesOn(stage: Body): StageVerdict[] | null {
  const decisionNames = listAt(stage, "decisionsThatWillMoveToNextStage");
  if (decisionNames.length === 0) return null;
  return decisionNames.map((word) => {
    const found = verdicts.find((each) => each === word);
    if (!found) throw badRequest(`'${String(word)}' is no decision that a stage can pass on.`);
    return found;
  });
}
