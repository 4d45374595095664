import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { describe, expect, test } from "vitest";
import type { Review, ReviewInstance } from "@/lib/domain/reviews/review";
import {
  lastInstance,
  narrowsReviews,
  nextBegin,
  type ReviewQuery,
  type ReviewRow,
  selectReviews,
} from "./review-query";

const quarterly = {
  every: "month",
  interval: 3,
  dayOfMonth: 20,
  startDate: "2026-11-20",
  end: { kind: "never" },
} as const;

const instance = (status: ReviewStatus, startsAt: string): ReviewInstance => ({
  id: startsAt,
  reviewId: "r",
  status,
  startsAt: Date.parse(startsAt),
  endsAt: null,
  scope: { kind: "other", query: "" },
  reviewers: [],
  fallbackReviewers: [],
});

const row = (name: string, change: Partial<ReviewRow> = {}, review: Partial<Review> = {}) =>
  ({
    review: {
      name,
      status: "InProgress",
      createdBy: { id: "grace", displayName: null, userPrincipalName: null },
      settings: { recurrence: quarterly },
      ...review,
    },
    scope: "Guests of every team",
    reviewers: "Owners of each group",
    instances: [],
    progress: null,
    covered: null,
    ...change,
  }) as ReviewRow;

const anything: ReviewQuery = {
  text: "",
  phase: null,
  mine: false,
  sort: { by: "name", descending: false },
};

const rows = [
  row("Yearly", {}, { status: "Applied" }),
  row("quarterly", { progress: { decided: 1, total: 4 } }),
  row("Offboarding", { scope: "Guests of Quay" }, { createdBy: null, status: "NotStarted" }),
];

describe("the list of reviews", () => {
  test.each<[string, Partial<ReviewQuery>, string[]]>([
    ["by name whatever the case", {}, ["Offboarding", "quarterly", "Yearly"]],
    ["found by name", { text: " quart" }, ["quarterly"]],
    ["found by what it is about", { text: "quay" }, ["Offboarding"]],
    ["found without accents, words in any order", { text: "quáy guests" }, ["Offboarding"]],
    ["what runs", { phase: "running" }, ["quarterly"]],
    ["what is over", { phase: "over" }, ["Yearly"]],
    ["what I made", { mine: true }, ["quarterly", "Yearly"]],
    [
      "running first by status",
      { sort: { by: "status", descending: false } },
      ["quarterly", "Offboarding", "Yearly"],
    ],
  ])("%s", (_title, change, names) => {
    const found = selectReviews(rows, { ...anything, ...change }, "grace");
    expect(found.map(({ review }) => review.name)).toEqual(names);
  });

  test("by guests: what asks nobody any more first, what is not known last", () => {
    const counted = (guests: number) =>
      ({ kind: "counted", guests, of: 10, onlyInactive: false }) as const;
    const mixed = [
      row("unread"),
      row("many", { covered: counted(10) }),
      row("new scope", { covered: { kind: "not-known", because: "scope-not-understood" } }),
      row("none", { covered: counted(0) }),
      row("over", { covered: { kind: "ended" } }),
      row("some", { covered: counted(9) }),
    ];
    const sort = { by: "guests", descending: false } as const;
    const found = selectReviews(mixed, { ...anything, sort }, "grace");
    expect(found.map(({ review }) => review.name)).toEqual([
      ...["over", "none", "some", "many", "unread", "new scope"],
    ]);
    const down = selectReviews(
      mixed,
      { ...anything, sort: { ...sort, descending: true } },
      "grace",
    );
    expect(down.map(({ review }) => review.name)).toEqual([
      ...["many", "some", "none", "over", "unread", "new scope"],
    ]);
  });

  test("an order narrows nothing, a phase does", () => {
    expect(narrowsReviews({ ...anything, sort: { by: "next", descending: true } })).toBe(false);
    expect(narrowsReviews({ ...anything, phase: "ahead" })).toBe(true);
  });
});

describe("the last and the next run", () => {
  const applied = instance("Applied", "2026-11-20T12:00:00Z");
  const running = instance("InProgress", "2027-02-20");

  test("the last is the one that began last, whatever the order", () => {
    expect(lastInstance({ instances: [running, applied] })).toBe(running);
  });

  test("what is planned has not begun", () => {
    const planned = instance("NotStarted", "2027-05-20");
    expect(lastInstance({ instances: [running, planned] })).toBe(running);
    expect(nextBegin(row("r", { instances: [running, planned] }))).toBe(planned.startsAt);
  });

  test("the next one follows from the series where the service has not planned it yet", () => {
    expect(nextBegin(row("r", { instances: [applied, running] }))).toBe(Date.parse("2027-05-20"));
  });

  test("what is over does not run again, and what is not read is not guessed", () => {
    expect(nextBegin(row("r", { instances: [applied] }, { status: "Completed" }))).toBeNull();
    expect(nextBegin(row("r", { instances: null }))).toBeNull();
  });
});
