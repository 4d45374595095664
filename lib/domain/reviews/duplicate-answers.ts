import { decidedText, type DecidedCount, sumOfCounts } from "./decided-count";
import { phaseOf } from "./review-status";
import type { ReviewInstance } from "./review";

/** What reviewers have answered in a review that one request created twice. */
export type Answers = DecidedCount | "not-begun" | "unread";

/** The instances in which somebody may have answered; null while they are not read. */
export function begunInstances(
  instances: readonly ReviewInstance[] | null,
): readonly ReviewInstance[] | null {
  return instances?.filter(({ status }) => phaseOf(status) !== "ahead") ?? null;
}

/** The answers of all instances together; "unread" as soon as those of one could not be counted. */
export function answersIn(
  instances: readonly ReviewInstance[] | null,
  counts: ReadonlyMap<string, DecidedCount> | undefined,
): Answers {
  const begun = begunInstances(instances);
  if (begun === null) return "unread";
  if (begun.length === 0) return "not-begun";
  return sumOfCounts(begun, counts) ?? "unread";
}

/** Whether deleting it might lose what somebody answered: then a person has to choose. */
export function mayHoldAnswers(answers: Answers): boolean {
  return (
    answers !== "not-begun" &&
    (answers === "unread" || answers.decided > 0 || answers.atLeast === true)
  );
}

/** How far the answering is, in a few words. */
export function answersLabel(answers: Answers): string {
  if (answers === "not-begun") return "not started";
  if (answers === "unread") return "its answers could not be counted";
  if (answers.decided === 0 && answers.atLeast !== true) return "started, no answers yet";
  return `${decidedText(answers).toLowerCase()} answered`;
}
