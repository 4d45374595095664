import { expect, test } from "vitest";
import type { Group } from "@/lib/domain/reviews/group";
import { group as someGroup } from "@/lib/domain/reviews/testing/covered";
import type { AccessShown } from "@/lib/domain/reviews/reconcile";
import { forecastApply } from "./forecast-apply";
import { someItem } from "./testing/some-item";
import type { AccessLoss } from "./access-lost";

const group = someGroup("g", { displayName: "Quay", kind: "team" });

const losses = ["direct", "nested", "none", "unread"].map((id): AccessLoss => ({
  item: someItem({
    id,
    principal: { id, displayName: id, userPrincipalName: null },
    resource: { id: "g", displayName: "Quay", type: "Group" },
  }),
  because: "denied",
}));

const shownIn =
  (input: Group | null) =>
  (_groupId: string | null, guestId: string): AccessShown => ({
    membership: guestId === "unread" ? null : (guestId as AccessShown["membership"]),
    accountExists: true,
    group: input,
  });

const ids = (found: readonly AccessLoss[]) => found.map(({ item }) => item.id);

test("in an ordinary group direct members go, nested ones stay, and who left is gone already", () => {
  const { removed, retained, alreadyGone } = forecastApply(losses, "remove-access", shownIn(group));
  expect(ids(removed)).toEqual(["direct", "unread"]);
  expect(retained.map(({ item, why }) => [item.id, why])).toEqual([["nested", "nested-group"]]);
  expect(ids(alreadyGone)).toEqual(["none"]);
});

test("in a dynamic group everybody keeps the access", () => {
  const { removed, retained } = forecastApply(
    losses,
    "remove-access",
    shownIn({ ...group, dynamic: true }),
  );
  expect(removed).toEqual([]);
  expect(new Set(retained.map(({ why }) => why))).toEqual(new Set(["dynamic-group"]));
});

test("a guest who is deleted loses the account, whatever the group is and whether they are in it", () => {
  const { removed, retained } = forecastApply(
    losses,
    "block-then-delete",
    shownIn({ ...group, dynamic: true }),
  );
  expect(ids(removed)).toEqual(["direct", "nested", "none", "unread"]);
  expect(retained).toEqual([]);
});
