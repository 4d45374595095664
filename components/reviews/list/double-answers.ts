import { numberText } from "@/lib/domain/number-text";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { phaseOf } from "@/lib/domain/reviews/review-status";
import type { RunningProgress } from "./review-query";

/** What reviewers have answered in a review that was made twice. */
export type Answers = RunningProgress | "not-begun" | "unread";

/** The instances in which somebody may have answered; null while they are not read. */
export function begunOf(
  instances: readonly ReviewInstance[] | null,
): readonly ReviewInstance[] | null {
  return instances?.filter(({ status }) => phaseOf(status) !== "ahead") ?? null;
}

/** The answers of all instances together; "unread" as soon as those of one could not be counted. */
export function answersIn(
  instances: readonly ReviewInstance[] | null,
  counted: ReadonlyMap<string, RunningProgress> | undefined,
): Answers {
  const begun = begunOf(instances);
  if (begun === null) return "unread";
  if (begun.length === 0) return "not-begun";
  const parts = begun.flatMap(({ id }) => counted?.get(id) ?? []);
  if (parts.length < begun.length) return "unread";
  return {
    decided: parts.reduce((sum, { decided }) => sum + decided, 0),
    total: parts.reduce((sum, { total }) => sum + total, 0),
  };
}

/** Whether deleting it might lose what somebody answered: then a person has to choose. */
export function mayHoldAnswers(answers: Answers): boolean {
  return answers !== "not-begun" && (answers === "unread" || answers.decided > 0);
}

/** How far it is, in a few words. */
export function answersWord(answers: Answers): string {
  if (answers === "not-begun") return "not begun";
  if (answers === "unread") return "its answers are not counted";
  const { decided, total } = answers;
  if (decided === 0) return "begun, no answer yet";
  return `${numberText(decided)} of ${numberText(total)} answered`;
}
