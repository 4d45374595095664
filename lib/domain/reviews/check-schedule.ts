import { isDay } from "../calendar";
import type { Frequency, ReviewDraft } from "./draft";
import { type DraftProblem, isWhole } from "./draft-problem";
import { recurrenceDays, recurrenceOf } from "./recurrence";
import type { IsoDate } from "../time";

/** The longest instance, as in the admin center. */
const DURATION_MAX = 180;
const OCCURRENCES_MAX = 9_999;

/** The problems of a draft's schedule. */
export function checkSchedule(draft: ReviewDraft, today: IsoDate): readonly DraftProblem[] {
  return [...checkStart(draft, today), ...checkDurations(draft), ...checkEnd(draft)];
}

function checkStart({ schedule }: ReviewDraft, today: IsoDate): readonly DraftProblem[] {
  if (!isDay(schedule.startDate)) {
    return [problem("schedule.startDate", "Give the day on which the first review begins.")];
  }
  if (schedule.startDate >= today) return [];
  return [problem("schedule.startDate", "The first review may not begin in the past.")];
}

function checkDurations({ stages, schedule }: ReviewDraft): readonly DraftProblem[] {
  const wrong = stages.flatMap(({ durationDays }, index) =>
    isWhole(durationDays, 1, DURATION_MAX)
      ? []
      : [
          problem(
            `stages.${index}.durationDays`,
            `At least 1 day and at most ${DURATION_MAX} days.`,
          ),
        ],
  );
  if (wrong.length > 0 || stages.length === 0) return wrong;
  const days = stages.reduce((sum, { durationDays }) => sum + durationDays, 0);
  const recurs = recurrenceDays(recurrenceOf(schedule));
  const most = Math.min(recurs ?? DURATION_MAX, DURATION_MAX);
  if (days <= most) return [];
  const limit =
    recurs !== null && recurs <= DURATION_MAX
      ? `A review that happens ${EVERY[schedule.frequency]} may last at most ${most} days, until the next one begins`
      : `A review may last at most ${most} days`;
  const total = stages.length > 1 ? `; these stages together have ${days}` : "";
  return [problem(`stages.${stages.length - 1}.durationDays`, `${limit}${total}.`)];
}

const EVERY: Readonly<Record<Frequency, string>> = {
  once: "once",
  weekly: "every week",
  monthly: "every month",
  quarterly: "every quarter",
  "half-yearly": "every half-year",
  yearly: "every year",
};

function checkEnd({ schedule }: ReviewDraft): readonly DraftProblem[] {
  const { startDate, end, frequency } = schedule;
  if (end.kind === "never") return [];
  if (frequency === "once") {
    return [problem("schedule.end.kind", "A review that happens once has no series to end.")];
  }
  if (end.kind === "after") {
    if (isWhole(end.occurrences, 1, OCCURRENCES_MAX)) return [];
    return [problem("schedule.end", `At least once and at most ${OCCURRENCES_MAX} times.`)];
  }
  if (!isDay(end.date)) {
    return [problem("schedule.end", "Give the last day on which a review may begin.")];
  }
  if (end.date >= startDate) return [];
  return [problem("schedule.end", "The series may not end before it starts.")];
}

function problem(field: string, rule: string): DraftProblem {
  return { field, step: "schedule", rule };
}
