import { expect, test } from "vitest";
import type { Group, GroupWithGuests } from "@/lib/domain/reviews/group";
import { withNested } from "./with-nested";

const group = (id: string): Group => ({
  id,
  displayName: id,
  kind: "security",
  dynamic: false,
  synced: false,
  roleAssignable: false,
});
const holding = (id: string, directGuestIds: readonly string[]): GroupWithGuests => ({
  group: group(id),
  directGuestIds,
  nestedGuestIds: null,
  ownerIds: null,
});

test("Who is inside a group inside is known where it was read, and nothing of a group that was not", () => {
  const read = { groups: [holding("a", ["x"]), holding("b", ["y"]), holding("c", [])], unread: [] };
  const nested = new Map([
    ["a", { direct: ["x"], nested: ["z"] }],
    ["c", null],
  ]);
  expect(withNested(read, nested)).toEqual({
    groups: [{ ...holding("a", ["x"]), nestedGuestIds: ["z"] }, holding("b", ["y"])],
    unread: [group("c")],
  });
});
