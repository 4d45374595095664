import { describe, expect, test } from "vitest";
import { defaultInstance, lastStarted, nextStartAt } from "./instances";
import type { Review, ReviewInstance } from "./review";
import type { ReviewStatus } from "./review-status";

const instance = (id: string, status: ReviewStatus, startsAt: number | null): ReviewInstance => ({
  id,
  reviewId: "r",
  status,
  startsAt,
  endsAt: null,
  scope: { kind: "other", query: "" },
  reviewers: [],
  fallbackReviewers: [],
});
const on = (status: ReviewStatus, day: string) => instance(day, status, Date.parse(day));

const quarterly = {
  status: "InProgress",
  settings: {
    recurrence: {
      every: "month",
      interval: 3,
      dayOfMonth: 20,
      startDate: "2026-11-20",
      end: { kind: "never" },
    },
  },
} as Review;

describe("the last and the next run", () => {
  const applied = on("Applied", "2026-11-20T12:00:00Z");
  const running = on("InProgress", "2027-02-20");

  test("the last is the one that began last, whatever the order", () => {
    expect(lastStarted([running, applied])).toBe(running);
  });

  test("what is planned has not begun", () => {
    const planned = on("NotStarted", "2027-05-20");
    expect(lastStarted([running, planned])).toBe(running);
    expect(nextStartAt(quarterly, [running, planned])).toBe(planned.startsAt);
  });

  test("the next one follows from the series where the service has not planned it yet", () => {
    expect(nextStartAt(quarterly, [applied, running])).toBe(Date.parse("2027-05-20"));
  });

  test("what is over does not run again, and what is not read is not guessed", () => {
    expect(nextStartAt({ ...quarterly, status: "Completed" }, [applied])).toBeNull();
    expect(nextStartAt(quarterly, null)).toBeNull();
    expect(lastStarted(null)).toBeNull();
  });
});

describe("the instance that is shown when none is chosen", () => {
  test.each<[string, ReviewInstance[], string | undefined]>([
    ["one that runs", [instance("old", "Applied", 9), instance("now", "InProgress", 1)], "now"],
    ["else the latest", [instance("old", "Applied", 1), instance("late", "Applied", 2)], "late"],
    [
      "one without a day is older than any",
      [instance("a", "Applied", 3), instance("b", "Applied", null)],
      "a",
    ],
    ["none where there is none", [], undefined],
  ])("%s", (_title, instances, id) => {
    expect(defaultInstance(instances)?.id).toBe(id);
  });
});
