import { expect, test } from "vitest";
import type { Group } from "@/lib/domain/reviews/group";
import { groupDetail, groupsMatching } from "./group-labels";

const named = (displayName: string): Group => ({
  id: displayName,
  displayName,
  kind: "team",
  dynamic: false,
  synced: false,
  roleAssignable: false,
});

test("Groups are found by any part of their name, those that begin with it first", () => {
  const groups = ["The Quay", "Quay 9", "Harbour", "quay 1"].map(named);
  expect(groupsMatching(groups, " quay").map(({ id }) => id)).toEqual([
    "quay 1",
    "Quay 9",
    "The Quay",
  ]);
});

test("Groups are found without accents, words in any order", () => {
  const groups = ["São Paulo partners", "Partners of Porto"].map(named);
  expect(groupsMatching(groups, "partners sao").map(({ id }) => id)).toEqual([
    "São Paulo partners",
  ]);
});

test("A group says what may keep a review from being applied", () => {
  expect(groupDetail(named("Quay"))).toBe("Team");
  expect(
    groupDetail({ ...named("Quay"), kind: "security", dynamic: true, roleAssignable: true }),
  ).toBe("Security group, dynamic, role-assignable");
});
