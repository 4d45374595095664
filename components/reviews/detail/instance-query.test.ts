import type { ReviewStatus } from "@/lib/domain/reviews/review-status";
import { describe, expect, test } from "vitest";
import type { ReviewInstance } from "@/lib/domain/reviews/review";
import {
  type InstanceQuery,
  type InstanceRow,
  selectInstances,
  usualInstance,
} from "./instance-query";

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
    expect(usualInstance(instances)?.id).toBe(id);
  });
});

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
  const anything: InstanceQuery = { text: "", sort: { by: "resource", descending: false } };

  test.each<[string, Partial<InstanceQuery>, string[]]>([
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
