import { expect, test } from "vitest";
import { relativeTime } from "./relative-time";

const now = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;
const day = 86_400_000;

test.each([
  [0, "just now"],
  [-59_999, "just now"],
  [-minute, "1 minute ago"],
  [-59 * minute, "59 minutes ago"],
  [-23 * 60 * minute, "23 hours ago"],
  [-day, "yesterday"],
  [-30 * day, "30 days ago"],
  [-200 * day, "6 months ago"],
  [-447 * day, "1 year ago"],
  [-800 * day, "2 years ago"],
  [2 * 60 * minute, "in 2 hours"],
])("%i ms from now is %s", (distance, expected) => {
  expect(relativeTime(now + distance, now)).toBe(expected);
});
