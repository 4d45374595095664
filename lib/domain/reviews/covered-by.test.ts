import type { ReviewStatus } from "./review-status";
import { describe, expect, test } from "vitest";
import { coverageOf } from "./coverage";
import { asksBeyondGroups, coveredByEach } from "./covered-by";
import type { ReviewScope } from "./review";
import { allGroups, group, guests, holding, review } from "./testing/covered";

const oneGroup = (groupId: string, inactiveDays: number | null = null): ReviewScope => ({
  kind: "group",
  groupId,
  guestsOnly: true,
  inactiveDays,
});
const application: ReviewScope = { kind: "application", servicePrincipalId: "sp" };
const other: ReviewScope = { kind: "other", query: "/something/new" };

const everythingRead = { groups: [], reachKnown: true };

const groups = [
  holding(group("g"), ["a1", "a2"]),
  holding(group("s", { kind: "security" }), ["a2", "b1"]),
];

/** What is said of a review beside the one over all Microsoft 365 groups. */
function saidOf(
  scope: ReviewScope,
  {
    unread = everythingRead,
    status = "InProgress",
  }: { unread?: object; status?: ReviewStatus } = {},
) {
  const reviews = [allGroups, review("one", scope, status)];
  const coverage = coverageOf({ guests: guests("a1", "a2", "b1", "c1"), reviews, groups });
  return coveredByEach(reviews, coverage, { ...everythingRead, ...unread });
}

describe("How many guests a review asks about", () => {
  test("each is counted for every review that asks about them, out of all guests", () => {
    const said = saidOf(oneGroup("s"));
    expect(said.get("all")).toEqual({ kind: "counted", guests: 2, of: 4, onlyInactive: false });
    expect(said.get("one")).toEqual({ kind: "counted", guests: 2, of: 4, onlyInactive: false });
  });

  test("a review of a group without guests asks about none", () => {
    expect(saidOf(oneGroup("empty")).get("one")).toMatchObject({ kind: "counted", guests: 0 });
  });

  test("one that asks only about those who stay away says so", () => {
    expect(saidOf(oneGroup("s", 90)).get("one")).toMatchObject({ guests: 2, onlyInactive: true });
  });

  test.each(["Completed", "Applied", "AutoReviewed"] as const)(
    "%s: it asks nobody any more",
    (status) => {
      expect(saidOf(oneGroup("s"), { status }).get("one")).toEqual({ kind: "ended" });
    },
  );

  test("of one whose status we do not know, nothing is said", () => {
    expect(saidOf(oneGroup("s"), { status: "Unknown: Paused" }).get("one")).toEqual({
      kind: "not-known",
      because: "status-not-understood",
    });
  });

  test("one that has not begun asks already", () => {
    expect(saidOf(oneGroup("s"), { status: "NotStarted" }).get("one")).toMatchObject({ guests: 2 });
  });
});

describe("It is not known", () => {
  test("while a group that the review asks about could not be read, and only then", () => {
    const security = { groups: [group("s", { kind: "security" })] };
    expect(saidOf(oneGroup("s"), { unread: security }).get("one")).toEqual({
      kind: "not-known",
      because: "groups-unread",
    });
    expect(saidOf(oneGroup("g"), { unread: security }).get("one")).toMatchObject({ guests: 2 });
    // The review over all Microsoft 365 groups asks about no security group.
    expect(saidOf(oneGroup("g"), { unread: security }).get("all")).toMatchObject({ guests: 2 });
    expect(saidOf(oneGroup("g"), { unread: { groups: [group("t")] } }).get("all")).toEqual({
      kind: "not-known",
      because: "groups-unread",
    });
  });

  test("while nobody read who reaches the application", () => {
    expect(saidOf(application, { unread: { reachKnown: false } }).get("one")).toEqual({
      kind: "not-known",
      because: "reach-unread",
    });
    expect(saidOf(application).get("one")).toMatchObject({ kind: "counted" });
  });

  test("while a group could not be read that the application may have been given to", () => {
    const unread = { groups: [group("any")] };
    expect(saidOf(application, { unread }).get("one")).toMatchObject({ because: "groups-unread" });
  });

  test("where the scope is none that is understood", () => {
    expect(saidOf(other).get("one")).toEqual({
      kind: "not-known",
      because: "scope-not-understood",
    });
  });
});

test.each<[string, ReviewScope, ReviewStatus, boolean]>([
  ["a running review of an application", application, "InProgress", true],
  ["one that has ended", application, "Applied", false],
  ["a review of a group", oneGroup("g"), "InProgress", false],
])("Applications and roles matter to %s: %s", (_, scope, status, matters) => {
  expect(asksBeyondGroups([review("one", scope, status)])).toBe(matters);
});
