import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { describe, expect, test } from "vitest";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import { type InstanceRow, selectInstances } from "./instance-list";

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

interface Query {
  readonly text: string;
  readonly sort: { readonly by: string; readonly descending: boolean };
}

describe("the list of instances", () => {
  const row = (
    resource: string,
    status: ReviewStatus,
    startsAt: number,
    progress: InstanceRow["progress"] = null,
  ) => ({ instance: instance(resource, status, startsAt), resource, progress });
  const rows = [
    row("Quay", "Applied", 1),
    row("harbour", "InProgress", 2, { decided: 3, total: 4 }),
    row("Crane", "InProgress", 2, { decided: 1, total: 4 }),
  ];
  const anything: Query = { text: "", sort: { by: "resource", descending: false } };

  test.each<[string, Partial<Query>, string[]]>([
    ["by name whatever the case", {}, ["Crane", "harbour", "Quay"]],
    ["found by name", { text: "QU" }, ["Quay"]],
    ["running first", { sort: { by: "status", descending: false } }, ["harbour", "Crane", "Quay"]],
    [
      "least decided first, what is not counted last",
      { sort: { by: "progress", descending: false } },
      ["Crane", "harbour", "Quay"],
    ],
    [
      "most decided first, what is not counted last",
      { sort: { by: "progress", descending: true } },
      ["harbour", "Crane", "Quay"],
    ],
    ["found without accents", { text: "quáy" }, ["Quay"]],
    [
      "the latest first",
      { sort: { by: "starts", descending: true } },
      ["harbour", "Crane", "Quay"],
    ],
  ])("%s", (_title, change, names) => {
    const found = selectInstances(rows, { ...anything, ...change });
    expect(found.map(({ resource }) => resource)).toEqual(names);
  });
});
