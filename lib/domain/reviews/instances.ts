import { DAY, type Instant } from "../time";
import { isUnderWay, phaseOf } from "./review-status";
import { nextStart } from "./recurrence";
import type { Review, ReviewInstance } from "./review";

/** Those of the instances that run now. */
export function runningInstances<Instance extends Pick<ReviewInstance, "status">>(
  instances: readonly Instance[],
): readonly Instance[] {
  return instances.filter(({ status }) => phaseOf(status) === "running");
}

/** The instance that began last; null when none has, or when they are not read. */
export function lastStarted(instances: readonly ReviewInstance[] | null): ReviewInstance | null {
  const begun = (instances ?? []).filter(({ status }) => phaseOf(status) !== "ahead");
  return begun.reduce<ReviewInstance | null>(
    (last, each) => ((each.startsAt ?? 0) > (last?.startsAt ?? -1) ? each : last),
    null,
  );
}

/** The day on which a review runs next, at midnight UTC; null when it does not any more, or when its instances are not read. */
export function nextStartAt(
  { status, settings: { recurrence } }: Pick<Review, "status" | "settings">,
  instances: readonly ReviewInstance[] | null,
): Instant | null {
  if (instances === null || !isUnderWay({ status })) return null;
  const ahead = instances.filter((instance) => phaseOf(instance.status) === "ahead");
  const planned = ahead.flatMap(({ startsAt }) => (startsAt === null ? [] : [startsAt]));
  if (planned.length > 0) return Math.min(...planned);
  if (recurrence === null) return null;
  const before = Date.parse(recurrence.startDate) - DAY;
  const day = nextStart(recurrence, lastStarted(instances)?.startsAt ?? before);
  return day === null ? null : Date.parse(day);
}

/**
 * The instance that a page without a choice shows: one that runs, else the one that began last. Of several alike the
 * first that Graph gave.
 */
export function defaultInstance(instances: readonly ReviewInstance[]): ReviewInstance | null {
  const [running] = runningInstances(instances);
  if (running !== undefined) return running;
  return instances.reduce<ReviewInstance | null>(
    (last, each) => (last === null || (each.startsAt ?? 0) > (last.startsAt ?? 0) ? each : last),
    null,
  );
}
