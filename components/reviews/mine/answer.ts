import type { OperationResult, OperationState, RunResult } from "@/lib/runner/run";
import { consequenceForUndecided } from "@/lib/domain/reviews/progress";
import type { ReviewItem, ReviewSettings } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";

export const VERDICTS = ["Approve", "Deny", "DontKnow"] as const;

/** What a reviewer can say about an item. */
export type Verdict = (typeof VERDICTS)[number];

/** What a reviewer said, before it is part of any plan. */
export interface Answer {
  readonly item: ReviewItem;
  readonly verdict: Verdict;
  readonly justification: string;
}

/** An answer given in this tab. */
export interface GivenAnswer extends Answer {
  readonly state: OperationState;
  /** The operation that carries it; null while it waits for its plan. */
  readonly operationId: string | null;
  /** Since when it is so. */
  readonly at: Instant;
}

/** True when the service has not taken the answer, and what it had before still holds. */
export function isNotAccepted(state: OperationState): boolean {
  if (typeof state === "string") return false;
  return "stopped" in state || state.result === "refused" || state.result === "failed";
}

/** What became of an answer in a run that is over; null where that is not known yet. */
export function stateOf(
  { outcome, stopped }: OperationResult,
  run: Pick<RunResult, "stopped">,
): OperationState | null {
  if (outcome !== null) return outcome;
  const because = stopped ?? run.stopped;
  return because === null ? null : { stopped: because };
}

/** True while something may still become of an answer. */
export function isUnderWay(state: OperationState): boolean {
  return typeof state === "string";
}

export type Decided = Verdict | "NotReviewed";

/** How an item stands: as it was last answered here, unless that was not accepted. */
export function decidedAs(item: ReviewItem, answer: GivenAnswer | undefined): Decided {
  if (answer !== undefined && !isNotAccepted(answer.state)) return answer.verdict;
  return VERDICTS.find((verdict) => verdict === item.decision) ?? "NotReviewed";
}

/** How long a list of the service may lack an answer that was sent. */
const LAG_MILLISECONDS = 60_000;

/** True when the list that was read at that time is to be believed more than an answer given here. */
export function isOutdated(answer: GivenAnswer, listed: ReviewItem, readAt: Instant): boolean {
  if (isUnderWay(answer.state) || readAt <= answer.at) return false;
  const shows =
    listed.decision === answer.verdict && (listed.justification ?? "") === answer.justification;
  return (shows && !isNotAccepted(answer.state)) || readAt > answer.at + LAG_MILLISECONDS;
}

export interface Progress {
  readonly decided: number;
  readonly total: number;
  /** Whom the review would deny by itself, if it ended now. */
  readonly denied: number;
}

/** How many of these are decided, with the answers given here, and what would become of the others. */
export function progressOf(
  items: readonly ReviewItem[],
  answers: ReadonlyMap<string, GivenAnswer>,
  { ifNobodyAnswers }: Pick<ReviewSettings, "ifNobodyAnswers">,
): Progress {
  const open = items.filter((item) => decidedAs(item, answers.get(item.id)) === "NotReviewed");
  const { denied } = consequenceForUndecided(open, ifNobodyAnswers);
  return { decided: items.length - open.length, total: items.length, denied };
}
