import { describe, expect, test } from "vitest";
import { scripted, say } from "../testing/scripted-graph";
import { SimulatedReviews } from "../testing/simulated-reviews";
import { readMembershipOf } from "./is-member";
import { readGroup, readGroupsByIds } from "./read-group";
import { readGroups } from "./read-groups";
import { type GroupsProgress, readGroupsWithGuests } from "./read-groups-with-guests";
import { readGuestMembers } from "./read-guest-members";
import { readOwners } from "./read-owners";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** How many are in each makes no request more up to a page of 999, and the test slow. */
const EACH = 2;

/** Groups with guests, and nobody else: 500 where requests are counted, else more than are asked for at once. */
function many(groups = 100): SimulatedReviews {
  const fixture = new SimulatedReviews();
  fixture.tenant.directory.groups.clear();
  for (let made = 0; made < groups; made += 1) {
    fixture.group({ displayName: `Group ${made}`, guests: EACH, ownerIds: new Set([fixture.me]) });
  }
  return fixture;
}

describe("Groups", () => {
  test.each([
    ["a team", { resourceProvisioningOptions: ["Team"] }, { kind: "team" }],
    ["a Microsoft 365 group", {}, { kind: "microsoft-365" }],
    ["a security group", { groupTypes: [] }, { kind: "security" }],
    [
      "a mail-enabled security group",
      { groupTypes: [], mailEnabled: true },
      { kind: "mail-enabled-security" },
    ],
    [
      "a distribution list",
      { groupTypes: [], mailEnabled: true, securityEnabled: false },
      { kind: "distribution" },
    ],
    ["a dynamic group", { groupTypes: ["Unified", "DynamicMembership"] }, { dynamic: true }],
    ["a group from on premises", { onPremisesSyncEnabled: true }, { synced: true }],
    ["a group for roles", { isAssignableToRole: true }, { roleAssignable: true }],
  ])("of the kind of %s are known as that", async (_what, input, expected) => {
    const fixture = new SimulatedReviews();
    const { id } = fixture.group({ displayName: "Partners", ...input });
    const whole = { dynamic: false, synced: false, roleAssignable: false, ...expected };
    expect(await readGroup(fixture.graph, id)).toMatchObject({ displayName: "Partners", ...whole });
    expect((await readGroups(fixture.graph)).find((group) => group.id === id)).toMatchObject(whole);
  });

  test("that are gone are not found, or missing among several", async () => {
    const fixture = new SimulatedReviews();
    const { id } = fixture.group();
    await expect(readGroup(fixture.graph, NOBODY)).rejects.toMatchObject({ kind: "not-found" });
    expect((await readGroupsByIds(fixture.graph, [NOBODY, id, id])).map((each) => each.id)).toEqual(
      [id],
    );
  });
});

describe("The guests of many groups", () => {
  test("of 500 take one request for the groups, 25 for the guests and 25 for the owners", async () => {
    const fixture = many(500);
    const reports: GroupsProgress[] = [];
    const sent = await fixture.sentBy(async () => {
      const onProgress = (progress: GroupsProgress) => reports.push(progress);
      const { groups, unread } = await readGroupsWithGuests(fixture.graph, "all", { onProgress });
      expect([groups.length, unread]).toEqual([500, []]);
      for (const { group, directGuestIds, nestedGuestIds, ownerIds } of groups) {
        const truth = fixture.tenant.directory.groups.get(group.id);
        expect(new Set(directGuestIds)).toEqual(truth?.memberIds);
        expect([nestedGuestIds, ownerIds]).toEqual([null, [fixture.me]]);
      }
    });
    expect(sent.length).toBe(51);
    expect(sent.filter((line) => line.endsWith("/$batch")).length).toBe(50);
    expect(reports[0]).toEqual({ phase: "groups", done: 500, of: null });
    expect(reports.filter(({ phase }) => phase === "guests").at(-1)).toEqual({
      phase: "guests",
      done: 500,
      of: 500,
    });
    expect(reports.at(-1)).toEqual({ phase: "owners", done: 500, of: 500 });
    expect(reports.length).toBe(52);
  });

  test("are all there when some readings are put off, which alone are asked again", async () => {
    const fixture = many();
    fixture.simulated.strikes({ kind: "batch-partial-throttle", chance: 0.2, times: 40 });
    const ids = [...fixture.tenant.directory.groups.keys()];
    const sent = await fixture.sentBy(async () => {
      const guests = await readGuestMembers(fixture.graph, ids);
      expect(ids.every((id) => guests.get(id)?.direct.length === EACH)).toBe(true);
    });
    expect(sent.length).toBeGreaterThan(5);
    expect(fixture.simulated.waits.length).toBeGreaterThan(0);
  });

  test("are no longer asked for once that was called off", async () => {
    const fixture = many();
    const calling = new AbortController();
    const sent = await fixture.sentBy(async () => {
      const reading = readGroupsWithGuests(fixture.graph, "all", {
        signal: calling.signal,
        onProgress: ({ phase }) => {
          if (phase === "guests") calling.abort();
        },
      });
      await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    });
    expect(sent.length).toBeLessThanOrEqual(1 + 4);
  });
});

describe("Members", () => {
  test("beyond one page are all read", async () => {
    const fixture = new SimulatedReviews();
    const { id, memberIds } = fixture.group({ guests: 1_100 });
    const guests = await readGuestMembers(fixture.graph, [id]);
    expect(new Set(guests.get(id)?.direct)).toEqual(memberIds);
  });

  test("are told from those who are in it only through another group, and from members", async () => {
    const fixture = new SimulatedReviews();
    const [own, both, inner] = [
      fixture.guest("Own"),
      fixture.guest("Both"),
      fixture.guest("Inner"),
    ];
    const inside = fixture.group({ memberIds: new Set([both.id, inner.id]) });
    const outer = fixture.group({ memberIds: new Set([own.id, both.id, fixture.me, inside.id]) });
    const guests = await readGuestMembers(fixture.graph, [outer.id], { nested: true });
    expect(new Set(guests.get(outer.id)?.direct)).toEqual(new Set([own.id, both.id]));
    expect(guests.get(outer.id)?.nested).toEqual([inner.id]);
    const membershipOf = await readMembershipOf(fixture.graph, [outer.id, NOBODY]);
    expect([own, both, inner].map(({ id }) => membershipOf(outer.id, id))).toEqual([
      "direct",
      "direct",
      "nested",
    ]);
    expect(membershipOf(outer.id, NOBODY)).toBe("not-found");
    expect(membershipOf(NOBODY, own.id)).toBe("group-gone");
    expect(membershipOf(inside.id, inner.id)).toBe("unread");
  });

  test("of few groups are read once for however many guests", async () => {
    const fixture = new SimulatedReviews();
    const groups = [fixture.group({ guests: 60 }), fixture.group({ guests: 60 })];
    const pairs = groups.flatMap(({ id, memberIds }) =>
      [...memberIds].map((guestId) => ({ groupId: id, guestId })),
    );
    const sent = await fixture.sentBy(async () => {
      const ids = groups.map(({ id }) => id);
      const membershipOf = await readMembershipOf(fixture.graph, ids);
      const found = pairs.map(({ groupId, guestId }) => membershipOf(groupId, guestId));
      expect(new Set(found)).toEqual(new Set(["direct"]));
    });
    expect(sent.length).toBe(1);
  });

  test("of a group that may not be read are unread, and all refused is a refusal", async () => {
    const value = [{ id: "g" }];
    const some = scripted(
      say({
        responses: [
          { id: "a", status: 200, body: { value } },
          { id: "b", status: 403, body: {} },
        ],
      }),
    );
    const guests = await readGuestMembers(some.graph, ["a", "b"]);
    expect([guests.get("a")?.direct, guests.get("b")]).toEqual([["g"], null]);
    const all = scripted(say({ responses: [{ id: "a", status: 403, body: {} }] }));
    const reading = readGuestMembers(all.graph, ["a"]);
    await expect(reading).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("Owners are named, nobody where there is none", async () => {
  const fixture = new SimulatedReviews();
  const owned = fixture.group({ ownerIds: new Set([fixture.me]) });
  const alone = fixture.group();
  const owners = await readOwners(fixture.graph, [owned.id, alone.id, NOBODY]);
  expect([...owners]).toEqual([
    [owned.id, [fixture.me]],
    [alone.id, []],
  ]);
});
