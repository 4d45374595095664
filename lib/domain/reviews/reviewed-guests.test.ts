import { expect, test } from "vitest";
import type { GroupWithGuests } from "./group";
import { someGuest } from "@/lib/inventory/testing/some-guest";
import { guestIdsOf, reviewedGuests, withUnread } from "./reviewed-guests";
import { runPreflight } from "./testing/run-preflight";
import { someDraft } from "./testing/some-draft";

const groupOf = (direct: readonly string[], nested: readonly string[] | null): GroupWithGuests => ({
  group: {
    ...{ id: direct.join(), displayName: "Quay", kind: "team" },
    ...{ dynamic: false, synced: false, roleAssignable: false },
  },
  directGuestIds: direct,
  nestedGuestIds: nested,
  ownerIds: null,
});

test("Guests of several groups are each taken once, also those in a group inside", () => {
  expect(guestIdsOf([groupOf(["ada", "ben"], ["cy"]), groupOf(["ada"], null)])).toEqual([
    "ada",
    "ben",
    "cy",
  ]);
});

test("A guest whom the tab's list does not have is counted, with nothing known of them", () => {
  const ada = someGuest({ id: "ada" });
  const row = { guest: ada, standing: { kind: "blocked" }, explanation: "" } as const;
  const guests = reviewedGuests(["ada", "ben"], [row]);
  expect(guests.get("ada")).toMatchObject({ displayName: ada.displayName, standing: "blocked" });
  expect(guests.get("ben")).toMatchObject({
    standing: "unknown",
    lastSeen: { kind: "unread" },
  });
});

test("Numbers that miss a group say so first", () => {
  const found = runPreflight(someDraft(), []);
  expect(withUnread(found, [])).toBe(found);
  const [first] = withUnread(found, [groupOf(["ada"], null).group]).warnings;
  expect(first?.says).toContain("1 group could not be read");
});
