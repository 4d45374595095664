import { counted } from "../number-text";
import { DAY, type Instant } from "../time";
import { mayHaveEnded } from "./review-status";
import { RESULTS_AT_ONCE } from "./result";
import type { Review, ReviewInstance } from "./review";
import { untilNextLook } from "./until-next-look";

/** How many items of each instance are in the history, by instance; what is in none is missing. */
export type RecordedInstances = ReadonlyMap<string, number>;

/** A review with its instances; null while they are not read. */
export interface ReviewWithInstances {
  readonly review: Review;
  readonly instances: readonly ReviewInstance[] | null;
}

/** An instance that has ended, and of whose results nothing more is expected. */
export interface EndedInstance {
  readonly id: string;
  readonly review: Review;
  readonly instance: ReviewInstance;
}

/** An instance that is still applying after this time has stopped there, and the service forgets results. */
const STUCK_MILLISECONDS = 3 * DAY;

/** Every instance of these reviews that has ended, the latest first. */
export function endedInstances(
  rows: readonly ReviewWithInstances[],
  now: Instant,
): readonly EndedInstance[] {
  return rows
    .flatMap(({ review, instances }) =>
      (instances ?? [])
        .filter((instance) => isResolved(instance, review, now))
        .map((instance) => ({ id: instance.id, review, instance })),
    )
    .sort((one, other) => (other.instance.endsAt ?? 0) - (one.instance.endsAt ?? 0));
}

function isResolved(instance: ReviewInstance, { settings }: Review, now: Instant): boolean {
  if (!mayHaveEnded(instance)) return false;
  if (untilNextLook([instance], now, settings) === false) return true;
  return (instance.endsAt ?? now) < now - STUCK_MILLISECONDS;
}

/**
 * Those of which it has to be counted how many items they have: one without items has nothing to record, and one of
 * which a copy broke off has more than was recorded.
 */
export function toBeCounted(
  ended: readonly EndedInstance[],
  recorded: RecordedInstances,
): readonly EndedInstance[] {
  return ended.filter(({ id }) => (recorded.get(id) ?? 0) % RESULTS_AT_ONCE === 0);
}

/** Those of which a result is not in the history; what could not be counted is told by whether anything of it is. */
export function unrecorded(
  ended: readonly EndedInstance[],
  recorded: RecordedInstances,
  totals: ReadonlyMap<string, { readonly total: number }>,
): readonly EndedInstance[] {
  return toBeCounted(ended, recorded).filter(
    ({ id }) => (recorded.get(id) ?? 0) < (totals.get(id)?.total ?? 1),
  );
}

/** The reviews of these instances, each once, in the same order. */
export function reviewsOf(instances: readonly EndedInstance[]): readonly Review[] {
  return [...new Map(instances.map(({ review }) => [review.id, review])).values()];
}

/** Which of these names more than one thing has. */
export function repeats(names: readonly string[]): (name: string) => boolean {
  const repeated = new Set(names.filter((name, place) => names.indexOf(name) !== place));
  return (name) => repeated.has(name);
}

/** Says of how many reviews results are not in the history, as a title: without a full stop. */
export function unrecordedTitle(instances: readonly EndedInstance[]): string {
  return `The results of ${counted(reviewsOf(instances).length, "review")} are not in the history yet`;
}
