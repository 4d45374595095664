import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { roleTemplates } from "@/simulator/state/roles";
import { SimulatedReviews } from "../testing/simulated-reviews";
import { readGroupsWithGuests } from "./read-groups-with-guests";
import { type Reach, readReach } from "./read-reach";

/** An organization of its own, where things can be given to people and groups. */
class Fixture extends SimulatedReviews {
  application(displayName = "An application"): string {
    const id = randomUUID();
    const row = { id, appId: randomUUID(), displayName, ownerIds: new Set<string>() };
    this.tenant.directory.servicePrincipals.set(id, row);
    return id;
  }

  assign(resourceId: string, principalId: string, principalType: "User" | "Group" = "User"): void {
    const id = randomUUID();
    const appRoleId = "00000000-0000-0000-0000-000000000000";
    const createdDateTime = this.tenant.clock.iso();
    this.tenant.directory.appRoleAssignments.set(id, {
      ...{ id, appRoleId, principalId, principalType, resourceId, createdDateTime },
    });
  }

  role(principalId: string, roleTemplateId: string): void {
    const { roles } = this.tenant.directory;
    const known = [...roles.values()].find((role) => role.roleTemplateId === roleTemplateId);
    const id = known?.id ?? randomUUID();
    const memberIds = known?.memberIds ?? new Set<string>();
    roles.set(id, { id, roleTemplateId, displayName: "A role", memberIds });
    memberIds.add(principalId);
  }

  guestIds(): string[] {
    const { users } = this.tenant.directory;
    return [...users.values()].flatMap(({ id, userType }) => (userType === "Guest" ? id : []));
  }

  async groups(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { groups } = await readGroupsWithGuests(this.graph, "all");
    return new Map(groups.map(({ group, directGuestIds }) => [group.id, directGuestIds]));
  }
}

/** What each guest says of itself, one by one: the reading that is the measure of the other. */
async function askedOneByOne(fixture: Fixture, ids: readonly string[]) {
  const found = new Map<string, Reach>();
  for (let at = 0; at < ids.length; at += 20) {
    const some = await readReach(fixture.graph, { guestIds: ids.slice(at, at + 20) });
    for (const [id, reach] of some) found.set(id, reach);
  }
  return found;
}

const sorted = (reach: Reach | undefined) => ({
  applicationIds: reach?.applicationIds?.toSorted(),
  roleIds: reach?.roleIds?.toSorted(),
});

describe("What guests reach besides groups", () => {
  test("is the same from both sides: given to them or to a group, application and role", async () => {
    const fixture = new Fixture(250);
    const [self, member, both, none] = [
      fixture.guest(),
      fixture.guest(),
      fixture.guest(),
      fixture.guest(),
    ];
    const forRoles = fixture.group({ groupTypes: [], isAssignableToRole: true });
    for (const { id } of [member, both]) fixture.tenant.directory.addMember(forRoles, id);
    const portal = fixture.application();
    fixture.assign(portal, self.id);
    fixture.assign(portal, both.id);
    fixture.assign(portal, forRoles.id, "Group");
    fixture.role(self.id, roleTemplates.guestInviter);
    fixture.role(forRoles.id, roleTemplates.directoryWriters);
    const ids = fixture.guestIds();
    const groups = await fixture.groups();
    const one = await askedOneByOne(fixture, ids);
    const sent = await fixture.sentBy(async () => {
      const other = await readReach(fixture.graph, { guestIds: ids, groups });
      for (const id of ids) expect(sorted(other.get(id)), id).toEqual(sorted(one.get(id)));
      expect(sorted(other.get(member.id))).toEqual({
        applicationIds: [portal],
        roleIds: [roleTemplates.directoryWriters],
      });
      expect(sorted(other.get(none.id))).toEqual({ applicationIds: [], roleIds: [] });
    });
    expect(sent.some((line) => line.includes("/users/"))).toBe(false);
    expect(sent.length).toBeLessThanOrEqual(5);
    const seen = [...one.values()];
    expect(seen.filter(({ roleIds }) => roleIds?.length).length).toBeGreaterThan(2);
    expect(seen.filter(({ applicationIds }) => applicationIds?.length).length).toBeGreaterThan(10);
  });

  test("of 10,000 guests and 200 applications takes thirteen requests", async () => {
    const fixture = new Fixture();
    const guests = Array.from({ length: 10_000 }, () => fixture.guest());
    const applications = Array.from({ length: 186 }, () => fixture.application());
    for (const [index, { id }] of guests.entries()) {
      const reached = applications[index % 400];
      if (reached !== undefined) fixture.assign(reached, id);
    }
    expect(fixture.tenant.directory.servicePrincipals.size).toBe(200);
    const reports: (readonly [number, number])[] = [];
    const sent = await fixture.sentBy(async () => {
      const reach = await readReach(fixture.graph, {
        guestIds: guests.map(({ id }) => id),
        onProgress: (done, of) => reports.push([done, of]),
      });
      const wrong = guests.filter(({ id }, index) => {
        const reached = applications[index % 400];
        return reach.get(id)?.applicationIds?.join() !== (reached ?? "");
      });
      expect(wrong).toEqual([]);
    });
    expect(sent.length).toBeLessThanOrEqual(13);
    const of = 200 + fixture.tenant.directory.roles.size;
    expect(reports.at(-1)).toEqual([of, of]);
    expect(reports.map(([done]) => done)).toEqual(
      reports.map(([done]) => done).toSorted((a, b) => a - b),
    );
  });

  test("is asked of the guests where there are fewer of them than applications", async () => {
    const fixture = new Fixture();
    const guests = Array.from({ length: 40 }, () => fixture.guest());
    const applications = Array.from({ length: 60 }, () => fixture.application());
    fixture.assign(applications[7] ?? "", guests[3]?.id ?? "");
    const sent = await fixture.sentBy(async () => {
      const reach = await readReach(fixture.graph, { guestIds: guests.map(({ id }) => id) });
      expect(reach.get(guests[3]?.id ?? "")?.applicationIds).toEqual([applications[7]]);
      expect(reach.get(guests[4]?.id ?? "")).toEqual({ applicationIds: [], roleIds: [] });
    });
    expect(sent.length).toBeLessThanOrEqual(1 + 2 + 1 + 1);
  });

  test("of more holders than one page is all read", async () => {
    const fixture = new Fixture();
    const guests = Array.from({ length: 1_010 }, () => fixture.guest());
    const portal = fixture.application();
    for (const { id } of guests) {
      fixture.assign(portal, id);
      fixture.role(id, roleTemplates.guestInviter);
    }
    const reach = await readReach(fixture.graph, { guestIds: guests.map(({ id }) => id) });
    for (const { id } of guests) {
      const expected = { applicationIds: [portal], roleIds: [roleTemplates.guestInviter] };
      expect(reach.get(id)).toEqual(expected);
    }
  });

  test("names every guest who reaches what is under review, requested or not", async () => {
    const fixture = new Fixture();
    const [requested, other, inGroup] = [fixture.guest(), fixture.guest(), fixture.guest()];
    const group = fixture.group({ memberIds: new Set([inGroup.id]) });
    const [portal, unreviewed, gone] = [fixture.application(), fixture.application(), randomUUID()];
    fixture.assign(portal, other.id);
    fixture.assign(portal, group.id, "Group");
    fixture.assign(unreviewed, requested.id);
    fixture.role(other.id, roleTemplates.guestInviter);
    const reviewed = { applications: [portal, gone], roles: [roleTemplates.guestInviter] };
    const groups = await fixture.groups();
    const sent = await fixture.sentBy(async () => {
      const reach = await readReach(fixture.graph, { guestIds: [requested.id], reviewed, groups });
      expect(reach.get(requested.id)).toEqual({ applicationIds: [unreviewed], roleIds: [] });
      expect(reach.get(other.id)).toEqual({
        applicationIds: [portal],
        roleIds: reviewed.roles,
      });
      expect(reach.get(inGroup.id)?.applicationIds).toEqual([portal]);
    });
    expect(sent.length).toBeLessThanOrEqual(5);
  });

  test("is not known where something could not be read, and never nothing", async () => {
    const fixture = new Fixture();
    const guests = Array.from({ length: 30 }, () => fixture.guest());
    const guestIds = guests.map(({ id }) => id);
    const group = fixture.group();
    const portal = fixture.application();
    fixture.assign(portal, guestIds[0] ?? "");
    fixture.assign(portal, group.id, "Group");
    const reach = await readReach(fixture.graph, { guestIds, groups: new Map([[group.id, null]]) });
    expect(reach.get(guestIds[0] ?? "")?.applicationIds).toEqual([portal]);
    expect(reach.get(guestIds[1] ?? "")).toEqual({ applicationIds: null, roleIds: [] });
  });

  test("is refused as a whole where who reaches what is under review could not be read", async () => {
    const fixture = new Fixture();
    const guest = fixture.guest();
    const [portal, closed] = [fixture.application(), fixture.application()];
    fixture.simulated.strikes({
      kind: "forbidden",
      method: "GET",
      pathPrefix: `/servicePrincipals/${closed}/`,
    });
    const reviewed = { applications: [portal, closed], roles: [] };
    await expect(
      readReach(fixture.graph, { guestIds: [guest.id], reviewed }),
    ).rejects.toMatchObject({
      kind: "unavailable",
    });
  });

  test("asks nothing of nobody", async () => {
    const fixture = new Fixture();
    const sent = await fixture.sentBy(() => readReach(fixture.graph, { guestIds: [] }));
    expect(sent).toEqual([]);
  });
});
