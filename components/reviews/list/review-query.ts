import { type SortValue, sortRows } from "@/components/list/sort-rows";
import { textMatcher } from "@/lib/domain/match-text";
import type { CoveredBy } from "@/lib/domain/reviews/covered-by";
import { nextStart } from "@/lib/domain/reviews/recurrence";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import type { Instant } from "@/lib/domain/time";
import { type Phase, phaseOf, phaseOrder } from "@/lib/domain/reviews/review-status";

export const PHASES = ["running", "ahead", "over"] as const satisfies readonly Phase[];

export const REVIEW_SORTS = ["name", "status", "last", "next", "progress", "guests"] as const;

export type ReviewSort = (typeof REVIEW_SORTS)[number];

/** How much of the running instances is decided. */
export interface RunningProgress {
  readonly decided: number;
  readonly total: number;
}

const DAY_MS = 86_400_000;

/** One line of the list. */
export interface ReviewRow {
  readonly review: Review;
  /** Whose access to what, with the names that were read. */
  readonly scope: string;
  readonly reviewers: string;
  /** Null while they are not read. */
  readonly instances: readonly ReviewInstance[] | null;
  /** Null where nothing runs, or where it is not read. */
  readonly progress: RunningProgress | null;
  /** Null while it is not read. */
  readonly covered: CoveredBy | null;
}

export interface ReviewQuery {
  readonly text: string;
  readonly phase: Phase | null;
  /** Only what the signed-in person made. */
  readonly mine: boolean;
  readonly sort: { readonly by: ReviewSort; readonly descending: boolean };
}

/** Whether a search or a filter keeps a review out of the list. */
export const narrowsReviews = ({ text, phase, mine }: ReviewQuery): boolean =>
  text !== "" || phase !== null || mine;

/** The instance that began last; null when none has, or when they are not read. */
export function lastInstance({ instances }: Pick<ReviewRow, "instances">): ReviewInstance | null {
  const begun = (instances ?? []).filter(({ status }) => phaseOf(status) !== "ahead");
  return begun.reduce<ReviewInstance | null>(
    (last, each) => ((each.startsAt ?? 0) > (last?.startsAt ?? -1) ? each : last),
    null,
  );
}

/** The day on which a review runs next, at midnight UTC; null when it does not any more, or when its instances are not read. */
export function nextBegin(row: Pick<ReviewRow, "review" | "instances">): Instant | null {
  const { review, instances } = row;
  if (instances === null || phaseOf(review.status) === "over") return null;
  const ahead = instances.filter(({ status }) => phaseOf(status) === "ahead");
  const planned = ahead.flatMap(({ startsAt }) => (startsAt === null ? [] : [startsAt]));
  if (planned.length > 0) return Math.min(...planned);
  const { recurrence } = review.settings;
  if (recurrence === null) return null;
  const before = Date.parse(recurrence.startDate) - DAY_MS;
  const day = nextStart(recurrence, lastInstance(row)?.startsAt ?? before);
  return day === null ? null : Date.parse(day);
}

function valueOf(row: ReviewRow, by: ReviewSort): SortValue {
  switch (by) {
    case "name":
      return row.review.name;
    case "status":
      return phaseOrder(row.review.status);
    case "last":
      return lastInstance(row)?.startsAt ?? null;
    case "next":
      return nextBegin(row);
    case "progress":
      return row.progress === null ? null : row.progress.decided / Math.max(1, row.progress.total);
    case "guests":
      return guestsOf(row.covered);
  }
}

/** What covers nobody any more comes before what covers none so far. */
function guestsOf(covered: CoveredBy | null): number | null {
  if (covered === null || covered.kind === "not-known") return null;
  return covered.kind === "ended" ? -1 : covered.guests;
}

/** The reviews that match, in their order. */
export function selectReviews(
  rows: readonly ReviewRow[],
  { text, phase, mine, sort }: ReviewQuery,
  myId: string,
): readonly ReviewRow[] {
  const matches = textMatcher(text);
  const found = rows.filter(
    ({ review, scope, reviewers }) =>
      (phase === null || phaseOf(review.status) === phase) &&
      (!mine || review.createdBy?.id === myId) &&
      matches(review.name, scope, reviewers),
  );
  return sortRows(found, (row) => valueOf(row, sort.by), sort.descending);
}
