import { describe, expect, test } from "vitest";
import { idsOf, runPreflight } from "./testing/run-preflight";
import { APPLICATION, GROUP, OTHER_GROUP, someDraft } from "./testing/some-draft";
import { NOW, someGroupWith, someGuest } from "./testing/some-group";

const ALL_GROUPS = { kind: "all-groups", teamsOnly: false } as const;
describe("who is in scope", () => {
  const partners = someGroupWith({ directGuestIds: ["a", "b"], nestedGuestIds: ["b", "c"] });
  const team = someGroupWith({ directGuestIds: ["a"] }, { id: OTHER_GROUP, kind: "team" });

  test("a chosen group, with the groups inside it; whom others have does not count", () => {
    expect(runPreflight(someDraft(), [partners, team]).counts).toEqual({
      guests: 3,
      groups: 1,
      memberships: 3,
    });
  });

  test("all groups: direct guests only, a guest counts once and each membership", () => {
    expect(runPreflight(someDraft({ scope: ALL_GROUPS }), [partners, team]).counts).toEqual({
      guests: 2,
      groups: 2,
      memberships: 3,
    });
  });

  test("teams only", () => {
    const scope = { kind: "all-groups", teamsOnly: true } as const;
    const found = runPreflight(someDraft({ scope }), [partners, team]);
    expect(found.counts).toMatchObject({ groups: 1, memberships: 1 });
    expect(found.leftOut).toMatchObject([{ because: "not-a-team", guests: 2 }]);
  });

  test("all groups leave out dynamic, role-assignable and other groups, and say so", () => {
    const others = [
      someGroupWith({ directGuestIds: ["a"] }, { id: "1", dynamic: true }),
      someGroupWith({ directGuestIds: ["a"] }, { id: "2", roleAssignable: true }),
      someGroupWith({ directGuestIds: ["a"] }, { id: "3", kind: "security" }),
      someGroupWith({ directGuestIds: [] }, { id: "4", kind: "security" }),
    ];
    const found = runPreflight(someDraft({ scope: ALL_GROUPS }), others);
    expect(found.counts).toEqual({ guests: 0, groups: 0, memberships: 0 });
    expect(found.leftOut.map(({ because }) => because)).toEqual([
      "dynamic",
      "role-assignable",
      "not-microsoft-365",
    ]);
    expect(idsOf(found.warnings)).toEqual(["no-guests", "left-out"]);
  });

  test("inactive guests, of whom new ones are not counted and unread ones may be", () => {
    const scope = { kind: "inactive-over-groups", inactiveDays: 90 } as const;
    const groups = [
      someGroupWith({ directGuestIds: ["quiet", "lately", "never", "new", "unread"] }),
    ];
    const guests = new Map(
      [
        someGuest("quiet", 91),
        someGuest("lately", 90),
        someGuest("never", null),
        { ...someGuest("new", null), createdAt: NOW - 1 },
        { ...someGuest("unread"), lastSeen: { kind: "unreadable" } as const },
      ].map((guest) => [guest.id, guest]),
    );
    const found = runPreflight(someDraft({ scope }), groups, { guests });
    expect(found.unanswered.losing.map(({ guest }) => guest.id)).toEqual(["quiet", "never"]);
    expect(found.unanswered).toMatchObject({ unknown: 1, isEstimate: true });
    expect(idsOf(found.warnings)).toContain("unknown-sign-ins");
  });

  test("an attempt counts as a sign-in, as the service has it", () => {
    const scope = { kind: "inactive-over-groups", inactiveDays: 90 } as const;
    const guest = { ...someGuest("a", null), lastAttemptAt: NOW - 1 };
    const found = runPreflight(someDraft({ scope }), [someGroupWith({ directGuestIds: ["a"] })], {
      guests: new Map([["a", guest]]),
    });
    expect(found.counts?.memberships).toBe(0);
  });

  test("a guest who was not read is in scope all the same", () => {
    const found = runPreflight(someDraft(), [partners], { guests: new Map() });
    expect(found.counts?.memberships).toBe(3);
  });

  test("nobody can say who uses an application", () => {
    const scope = { kind: "application", servicePrincipalId: APPLICATION } as const;
    const found = runPreflight(someDraft({ scope }), [partners]);
    expect(found.counts).toBeNull();
    expect(idsOf(found.warnings)).toEqual(["application-users"]);
  });

  test("a chosen group that could not be read is named, not counted as empty", () => {
    const found = runPreflight(someDraft(), []);
    expect(found.warnings).toMatchObject([{ id: "unread-groups", groupIds: [GROUP] }]);
  });
});
