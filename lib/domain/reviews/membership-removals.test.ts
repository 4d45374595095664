import { expect, test } from "vitest";
import type { Group } from "@/lib/domain/reviews/group";
import type { NotAppliedReason } from "@/lib/domain/reviews/result";
import { membershipRemovalsOf, nestedMembers } from "./membership-removals";
import type { ResourceType } from "./review";
import { someItem } from "./testing/some-item";
import type { ResultLine } from "./access-results";

const line = (
  id: string,
  notApplied: NotAppliedReason | null,
  type: ResourceType = "Group",
): ResultLine => ({
  item: someItem({
    id,
    principal: { id, displayName: id, userPrincipalName: null },
    resource: { id: "outer", displayName: "Outer", type },
  }),
  access: "still-there",
  notApplied,
});

const group = (id: string, dynamic = false): Group => ({
  id,
  displayName: id,
  kind: "security",
  dynamic,
  synced: false,
  roleAssignable: false,
});

const lines = [
  line("ada", "added-again"),
  line("ben", "nested-group"),
  line("cleo", "dynamic-group"),
  line("dan", null),
  line("eve", "not-known", "ServicePrincipal"),
];

test("inner groups are looked up only of those who are in it through one", () => {
  expect(nestedMembers(lines)).toEqual([{ groupId: "outer", guestId: "ben" }]);
});

test("who can be taken out is, from each inner group that Graph can change", () => {
  const found = membershipRemovalsOf(lines, () => [
    group("inner"),
    group("rule", true),
    group("second"),
  ]);
  expect(found.map(({ guest, groupId, inside }) => [guest.id, groupId, inside])).toEqual([
    ["ada", "outer", null],
    ["ben", "inner", "Outer"],
    ["ben", "second", "Outer"],
  ]);
});

test("before the inner groups are read nobody is taken out of them", () => {
  expect(membershipRemovalsOf(lines, undefined).map(({ guest }) => guest.id)).toEqual(["ada"]);
});
