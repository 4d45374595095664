import { expect, test } from "vitest";
import type { Group } from "@/lib/domain/reviews/group";
import { group as someGroup } from "@/lib/domain/reviews/testing/covered";
import type { AccessShown } from "@/lib/domain/reviews/reconcile";
import { foresee } from "./foresee";
import type { Losing } from "./losing";

const group = someGroup("g", { displayName: "Quay", kind: "team" });

const losing = ["direct", "nested", "none", "unread"].map(
  (id) =>
    ({
      item: { id, principal: { id }, resource: { id: "g", displayName: "Quay", type: "Group" } },
      because: "denied",
    }) as unknown as Losing,
);

const shownIn =
  (given: Group | null) =>
  (_groupId: string | null, guestId: string): AccessShown => ({
    membership: guestId === "unread" ? null : (guestId as AccessShown["membership"]),
    accountExists: true,
    group: given,
  });

const ids = (found: readonly Losing[]) => found.map(({ item }) => item.id);

test("in an ordinary group direct members go, nested ones stay, and who left is gone already", () => {
  const { goes, stays, goneAlready } = foresee(losing, "remove-access", shownIn(group));
  expect(ids(goes)).toEqual(["direct", "unread"]);
  expect(stays.map(({ item, why }) => [item.id, why])).toEqual([["nested", "nested-group"]]);
  expect(ids(goneAlready)).toEqual(["none"]);
});

test("in a dynamic group everybody stays", () => {
  const { goes, stays } = foresee(losing, "remove-access", shownIn({ ...group, dynamic: true }));
  expect(goes).toEqual([]);
  expect(new Set(stays.map(({ why }) => why))).toEqual(new Set(["dynamic-group"]));
});

test("a guest who is deleted loses the account, whatever the group is and whether they are in it", () => {
  const { goes, stays } = foresee(
    losing,
    "block-then-delete",
    shownIn({ ...group, dynamic: true }),
  );
  expect(ids(goes)).toEqual(["direct", "nested", "none", "unread"]);
  expect(stays).toEqual([]);
});
