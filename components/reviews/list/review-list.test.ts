import type { ReviewRow } from "@/lib/queries/use-review-rows";
import { describe, expect, test } from "vitest";
import { selectRows } from "@/components/list/select-rows";
import type { Review } from "@/lib/domain/reviews/review";
import { type ReviewFilters, reviewRules } from "./review-list";

const quarterly = {
  every: "month",
  interval: 3,
  dayOfMonth: 20,
  startDate: "2026-11-20",
  end: { kind: "never" },
} as const;

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

interface Query extends ReviewFilters {
  readonly text: string;
  readonly sort: { readonly by: string; readonly descending: boolean };
}

const anything: Query = {
  text: "",
  status: null,
  mine: false,
  sort: { by: "name", descending: false },
};

const select = (all: readonly ReviewRow[], change: Partial<Query>) => {
  const { text, sort, ...filters } = { ...anything, ...change };
  return selectRows(all, { text, sort, filters }, reviewRules("grace")).map(
    ({ review }) => review.name,
  );
};

const rows = [
  row("Yearly", {}, { status: "Applied" }),
  row("quarterly", { progress: { decided: 1, total: 4 } }),
  row("Offboarding", { scope: "Guests of Quay" }, { createdBy: null, status: "NotStarted" }),
];

describe("the list of reviews", () => {
  test.each<[string, Partial<Query>, string[]]>([
    ["by name whatever the case", {}, ["Offboarding", "quarterly", "Yearly"]],
    ["found by name", { text: " quart" }, ["quarterly"]],
    ["found by what it is about", { text: "quay" }, ["Offboarding"]],
    ["found without accents, words in any order", { text: "quáy guests" }, ["Offboarding"]],
    ["what runs", { status: "running" }, ["quarterly"]],
    ["what is over", { status: "over" }, ["Yearly"]],
    ["what I made", { mine: true }, ["quarterly", "Yearly"]],
    [
      "running first by status",
      { sort: { by: "status", descending: false } },
      ["quarterly", "Offboarding", "Yearly"],
    ],
  ])("%s", (_title, change, names) => {
    expect(select(rows, change)).toEqual(names);
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
    const sort = { by: "guests", descending: false };
    expect(select(mixed, { sort })).toEqual([
      ...["over", "none", "some", "many", "unread", "new scope"],
    ]);
    expect(select(mixed, { sort: { ...sort, descending: true } })).toEqual([
      ...["many", "some", "none", "over", "unread", "new scope"],
    ]);
  });
});
