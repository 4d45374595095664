import { describe, expect, test } from "vitest";
import { type JoinedGroup, losesAccessAutomatically } from "./loses-access-automatically";
import type { Review, ReviewScope } from "./review";
import { allGroups, group, review } from "./testing/covered";

const joined: JoinedGroup = { id: "c", group: group("c", { kind: "security" }), outerIds: [] };
const about = (groupId: string) =>
  ({ kind: "group", groupId, guestsOnly: true, inactiveDays: null }) as const;
const own = review("own", about("c"));
const outer = deleting(review("outer", about("o")));

function reviewWith(settings: Partial<Review["settings"]>, of: Review = own): Review {
  return { ...of, settings: { ...of.settings, ...settings } };
}

function deleting(of: Review): Review {
  return reviewWith({ applyAction: "block-then-delete" }, of);
}

test.each<[string, boolean, Review]>([
  ["Deny that is applied by itself", true, own],
  ["of another group", false, { ...own, scope: about("d") }],
  ["that is over", false, { ...own, status: "Completed" }],
  ["of a status that we do not know", true, { ...own, status: "Unknown: Paused" }],
  ["that begins later", true, { ...own, status: "NotStarted" }],
  ["where somebody has to apply it", false, reviewWith({ autoApply: false })],
  ["that keeps whom nobody denies", false, reviewWith({ ifNobodyAnswers: "Approve" })],
  ["that goes by sign-ins", true, reviewWith({ ifNobodyAnswers: "Recommendation" })],
])("A group loses members by itself to a review %s: %s", (_what, loses, each) => {
  expect(losesAccessAutomatically(joined, [allGroups, each])).toBe(loses);
});

describe("A review of an outer group reaches who is in a group inside it", () => {
  const inside = { ...joined, outerIds: ["O", "p"] };

  test("with the account, which it blocks and deletes, and not with the membership, which stays", () => {
    expect(losesAccessAutomatically(inside, [outer])).toBe(true);
    expect(
      losesAccessAutomatically(inside, [reviewWith({ applyAction: "remove-access" }, outer)]),
    ).toBe(false);
  });

  test("unless it is only about direct members, or the group is not inside it", () => {
    const directOnly = { ...outer, scope: { ...about("o"), directOnly: true as const } };
    expect(losesAccessAutomatically(inside, [directOnly])).toBe(false);
    expect(losesAccessAutomatically({ ...joined, outerIds: ["p"] }, [outer])).toBe(false);
  });

  test("or may, while it is not read what the group is inside", () => {
    expect(losesAccessAutomatically({ ...joined, outerIds: null }, [outer])).toBe(true);
  });
});

describe("A review over all groups reaches who joins one of them", () => {
  const team = group("c", { kind: "team" });
  const teamsOnly = review("teams", { kind: "all-groups", teamsOnly: true, inactiveDays: null });
  const inactive = review("inactive", { kind: "inactive-over-groups", inactiveDays: 30 });

  test.each([
    ["a Microsoft 365 group under one over all of them", true, group("c"), allGroups],
    ["a security group under the same", false, joined.group, allGroups],
    ["a dynamic group under the same", false, group("c", { dynamic: true }), allGroups],
    ["a group that was not read, under the same", true, null, allGroups],
    ["a team under one over all teams", true, team, teamsOnly],
    ["a group that is no team under the same", false, group("c"), teamsOnly],
    ["any group under one of inactive guests", true, joined.group, inactive],
  ])("%s: %s", (_what, loses, of, each) => {
    expect(losesAccessAutomatically({ ...joined, group: of }, [each])).toBe(loses);
  });
});

test("What else a review is about counts where it could be the account that goes, or nobody knows what it is", () => {
  const loses = (scope: ReviewScope) => {
    const of = review("r", scope);
    return [of, deleting(of)].map((each) => losesAccessAutomatically(joined, [each]));
  };
  expect(loses({ kind: "application", servicePrincipalId: "s" })).toEqual([false, true]);
  expect(loses({ kind: "directory-role", roleId: "r", guestsOnly: true })).toEqual([false, false]);
  expect(loses({ kind: "other", query: "/something" })).toEqual([true, true]);
});
