import { expect, test } from "vitest";
import { DAY } from "../time";
import type { Review, ReviewInstance } from "./review";
import {
  endedInstances,
  type ReviewWithInstances,
  toBeCounted,
  unrecorded,
} from "./unrecorded-instances";

const NOW = 100 * DAY;
const AUTO = { autoApply: true, applyAction: "remove-access", ifNobodyAnswers: "Deny" };

const row = (
  id: string,
  settings: object,
  ...instances: readonly (readonly [string, number])[]
): ReviewWithInstances => ({
  review: { id, settings } as unknown as Review,
  instances: instances.map(
    ([status, daysAgo]) =>
      ({ id: `${id} ${daysAgo}`, status, endsAt: NOW - daysAgo * DAY }) as ReviewInstance,
  ),
});

const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

const quarterly = row("quarterly", AUTO, ["Applied", 95], ["Applied", 5], ["InProgress", -9]);
const late = row("late", { ...AUTO, autoApply: false, ifNobodyAnswers: null }, ["Completed", 0.1]);
const ended = endedInstances([quarterly, late], NOW);

test("every instance that has ended counts, the latest first, and none that runs or is not read", () => {
  const unread = { ...row("unread", AUTO), instances: null };
  expect(ids(endedInstances([quarterly, late, unread], NOW))).toEqual([
    "late 0.1",
    "quarterly 5",
    "quarterly 95",
  ]);
});

test.each<[string, object, string, number, boolean]>([
  ["Completed, and about to be applied", AUTO, "Completed", 0.1, false],
  ["Applying for minutes", AUTO, "Applying", 0.1, false],
  ["Applying for days: it has stopped there", AUTO, "Applying", 4, true],
  [
    "Applying for thirty days, until who is blocked is deleted",
    { ...AUTO, applyAction: "block-then-delete" },
    "Applying",
    0.1,
    true,
  ],
  ["Applied", AUTO, "Applied", 0, true],
])("%s", (_, settings, status, daysAgo, results) => {
  expect(endedInstances([row("r", settings, [status, daysAgo])], NOW).length).toBe(results ? 1 : 0);
});

test("unrecorded is each of which nothing was copied, whatever else of its review was", () => {
  const recorded = new Map([["quarterly 5", 3]]);
  expect(ids(unrecorded(ended, recorded, new Map()))).toEqual(["late 0.1", "quarterly 95"]);
});

test("an instance in which nobody was reviewed has nothing to record", () => {
  const counted = new Map([
    ["late 0.1", { total: 0 }],
    ["quarterly 5", { total: 7 }],
  ]);
  expect(ids(unrecorded(ended, new Map(), counted))).toEqual(["quarterly 5", "quarterly 95"]);
});

test("a copy that broke off after two hundred is counted, and not done", () => {
  const recorded = new Map([
    ["late 0.1", 200],
    ["quarterly 5", 400],
    ["quarterly 95", 12],
  ]);
  expect(ids(toBeCounted(ended, recorded))).toEqual(["late 0.1", "quarterly 5"]);
  const counted = new Map([
    ["late 0.1", { total: 450 }],
    ["quarterly 5", { total: 400 }],
  ]);
  expect(ids(unrecorded(ended, recorded, counted))).toEqual(["late 0.1"]);
  expect(unrecorded(ended, recorded, new Map())).toEqual([]);
});
