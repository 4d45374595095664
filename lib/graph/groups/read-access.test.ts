import { describe, expect, test } from "vitest";
import type { Group } from "@/simulator/state/entities";
import { say, scripted } from "../testing/scripted-graph";
import { SimulatedReviews } from "../testing/simulated-reviews";
import { readAccess } from "./read-access";
import { readAccounts } from "./read-accounts";

const NOBODY = "00000000-0000-4000-8000-000000000000";

test("What is left of the access after a review is read for all at once", async () => {
  const fixture = new SimulatedReviews();
  const [out, deleted] = [fixture.guest(), fixture.guest()];
  const group = fixture.group({ guests: 1, onPremisesSyncEnabled: true });
  const [left = ""] = group.memberIds;
  fixture.tenant.directory.users.delete(deleted.id);
  const guestIds = [out.id, deleted.id, left];
  const requests = guestIds.map((userId) => ({ userId, groupIds: [group.id, NOBODY] }));
  const sent = await fixture.sentBy(async () => {
    const now = await readAccess(fixture.graph, requests);
    const shown = guestIds.map((id) => now.shown(group.id, id));
    expect(shown.map(({ membership }) => membership)).toEqual(["none", "none", "direct"]);
    expect(shown.map(({ accountExists }) => accountExists)).toEqual([true, false, true]);
    expect(shown[0]?.group).toMatchObject({ id: group.id, synced: true });
    const nothing = { membership: null, accountExists: true, group: null };
    expect(now.shown(null, left)).toEqual(nothing);
    expect(now.shown(NOBODY, left)).toEqual({ ...nothing, membership: "none" });
  });
  expect(sent.length).toBe(3);
});

function withMembers({ tenant }: SimulatedReviews, group: Group, ids: readonly string[]): void {
  tenant.directory.groups.set(group.id, { ...group, memberIds: new Set(ids) });
}

describe("Nobody is called gone who is in the group still", () => {
  async function denied(change: (fixture: SimulatedReviews, userId: string) => void) {
    const fixture = new SimulatedReviews();
    const group = fixture.group({ guests: 2 });
    const [guest = "", other = ""] = group.memberIds;
    change(fixture, other);
    const requests = [guest, other].map((userId) => ({ userId, groupIds: [group.id] }));
    const now = await readAccess(fixture.graph, requests);
    return now.shown(group.id, other).membership;
  }
  const becomesMember = (fixture: SimulatedReviews, userId: string) => {
    const user = fixture.tenant.directory.users.get(userId);
    if (user) user.userType = "Member";
  };

  test("a guest who was made a member meanwhile, or a member who was reviewed", async () => {
    expect(await denied(becomesMember)).toBe("direct");
  });

  test("a member who is in it through a group inside it", async () => {
    const membership = await denied((fixture, userId) => {
      becomesMember(fixture, userId);
      const [outer] = [...fixture.tenant.directory.groups.values()].filter(({ memberIds }) =>
        memberIds.has(userId),
      );
      if (outer === undefined) throw new Error("No group has them");
      withMembers(fixture, outer, [fixture.group({ memberIds: new Set([userId]) }).id]);
    });
    expect(membership).toBe("nested");
  });

  test("a member who has left it is gone", async () => {
    const membership = await denied((fixture, userId) => {
      becomesMember(fixture, userId);
      for (const group of fixture.tenant.directory.groups.values()) withMembers(fixture, group, []);
    });
    expect(membership).toBe("none");
  });

  test("a member whose groups cannot be read is not read", async () => {
    const membership = await denied((fixture, userId) => {
      becomesMember(fixture, userId);
      fixture.simulated.strikes({
        kind: "forbidden",
        method: "GET",
        pathPrefix: `/users/${userId}/`,
      });
    });
    expect(membership).toBeNull();
  });
});

test("Accounts are looked for three hundred to a request, fifteen to a reading", async () => {
  const fixture = new SimulatedReviews();
  const group = fixture.group({ displayName: "Partners", guests: 650 });
  const ids = [...group.memberIds];
  const deleted = ids.filter((_, index) => index % 5 === 0);
  for (const id of deleted) fixture.tenant.directory.users.delete(id);
  const sent = await fixture.sentBy(async () => {
    const states = await readAccounts(fixture.graph, [...ids, NOBODY]);
    expect(states.size).toBe(651);
    for (const id of ids) expect(states.get(id)).toBe(deleted.includes(id) ? "gone" : "guest");
    expect(states.get(NOBODY)).toBe("gone");
  });
  expect(sent.length).toBe(3);
});

test("Accounts that could not be looked for are neither there nor gone", async () => {
  const { graph } = scripted(say({ responses: [{ id: "0", status: 403, body: {} }] }));
  expect([...(await readAccounts(graph, [NOBODY])).values()]).toEqual(["unread"]);
});
