/** A rule that a draft breaks, at the field that breaks it. */
export interface DraftProblem {
  /** The way to the field in the draft, such as "schedule.end" or "stages.1.reviewers". */
  readonly field: string;
  readonly step: "scope" | "reviewers" | "schedule" | "consequence";
  /** The rule, as a sentence for people. */
  readonly rule: string;
}

/** Whether a number of a form is a whole one within its limits. */
export function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
