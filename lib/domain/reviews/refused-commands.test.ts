import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { expect, test } from "vitest";
import type { Review } from "@/lib/domain/reviews/review";
import type { InstanceKind, SeriesKind } from "@/lib/domain/reviews/plan-review";
import { whyNotInstance, whyNotSeries } from "./refused-commands";

const settings = (autoApply: boolean, again = true) =>
  ({ autoApply, recurrence: again ? {} : null }) as Review["settings"];

test.each<[InstanceKind, ReviewStatus, boolean, RegExp | null]>([
  ["remind-reviewers", "InProgress", true, null],
  ["remind-reviewers", "NotStarted", true, /not started/],
  ["stop-instance", "Completed", true, /ended/],
  ["reset-instance", "Applied", true, /ended/],
  ["accept-recommendations", "InProgress", false, null],
  ["apply-instance", "InProgress", false, /when it has ended/],
  ["apply-instance", "Completed", false, null],
  ["apply-instance", "AutoReviewed", false, null],
  ["apply-instance", "Completed", true, /automatically/],
  ["apply-instance", "Applied", false, /already/],
])("%s in status %s, applied by itself: %s", (command, status, autoApply, why) => {
  const answer = whyNotInstance(command, { settings: settings(autoApply) }, { status });
  if (why === null) expect(answer).toBeNull();
  else expect(answer).toMatch(why);
});

test.each<[SeriesKind, ReviewStatus, boolean, RegExp | null]>([
  ["change-review", "InProgress", true, null],
  ["change-review", "NotStarted", true, null],
  ["change-review", "InProgress", false, /only once/],
  ["change-review", "Applied", true, /has ended/],
  ["stop-review", "NotStarted", true, null],
  ["stop-review", "Completed", true, /ended already/],
  ["delete-review", "Applied", true, null],
])("%s in status %s, again: %s", (command, status, again, why) => {
  const answer = whyNotSeries(command, { status, settings: settings(true, again) });
  if (why === null) expect(answer).toBeNull();
  else expect(answer).toMatch(why);
});

test("what Entra calls by a new word is not offered", () => {
  const unknown = { status: "Unknown: Paused" } as const;
  for (const command of ["stop-instance", "apply-instance"] as const) {
    const answer = whyNotInstance(command, { settings: settings(false) }, unknown);
    expect(answer).toMatch(/doesn't know this status/);
  }
  for (const command of ["change-review", "stop-review"] as const) {
    expect(whyNotSeries(command, { ...unknown, settings: settings(true, true) })).toMatch(
      /doesn't know this status/,
    );
  }
});
