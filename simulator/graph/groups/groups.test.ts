import { describe, expect, test } from "vitest";
import type { Group } from "../../state/entities.ts";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

const eventual = { ConsistencyLevel: "eventual" };

function withGroup(overrides: Partial<Group> = {}) {
  const fixture = new TestTenant();
  const guest = fixture.guest({ displayName: "Gwen" });
  const group = newGroup({ displayName: "Partners", memberIds: new Set([guest.id]), ...overrides });
  fixture.tenant.directory.groups.set(group.id, group);
  return { fixture, guest, group, at: `/groups/${group.id}` };
}

async function idsOf(response: Promise<Response>): Promise<string[]> {
  const settled = await response;
  expect(settled.status).toBe(200);
  return ((await settled.json()) as { value: { id: string }[] }).value.map(({ id }) => id);
}

describe("List groups: https://learn.microsoft.com/graph/api/group-list", () => {
  test.each([
    ["groupTypes/any(c:c eq 'Unified')", ["Team"]],
    ["resourceProvisioningOptions/Any(x:x eq 'Team')", ["Team"]],
    ["groupTypes/any(c:c eq 'Unified') and startsWith(displayName,'te')", ["Team"]],
    ["displayName eq 'partners'", ["Partners"]],
    ["securityEnabled eq true", ["Partners"]],
  ])("filters by %s", async (filter, expected) => {
    const { fixture } = withGroup();
    const team = newGroup({
      displayName: "Team",
      securityEnabled: false,
      groupTypes: ["Unified"],
      resourceProvisioningOptions: ["Team"],
    });
    fixture.tenant.directory.groups.set(team.id, team);
    const response = await fixture.get(`/groups?$filter=${encodeURIComponent(filter)}`);
    const { value } = (await response.json()) as { value: Group[] };
    expect(value.map(({ displayName }) => displayName)).toEqual(expected);
  });

  test("refuses what groups are not indexed by, and what they do not have", async () => {
    const { fixture } = withGroup();
    expect((await fixture.get("/groups?$filter=description eq 'x'")).status).toBe(400);
    expect((await fixture.get("/groups?$filter=nonsense eq 'x'")).status).toBe(400);
    expect((await fixture.get("/groups?$select=nonsense")).status).toBe(400);
    expect((await fixture.get("/groups?$skip=5")).status).toBe(400);
  });

  test("needs a scope", async () => {
    const { fixture, at } = withGroup();
    const scopes = ["User.Read.All"];
    expect((await fixture.get("/groups", { scopes })).status).toBe(403);
    expect((await fixture.get(at, { scopes })).status).toBe(403);
  });

  test("shows one, with what is selected", async () => {
    const { fixture, at } = withGroup();
    const response = await fixture.get(`${at}?$select=displayName`);
    const { displayName, ...rest } = (await response.json()) as Record<string, unknown>;
    expect(displayName).toBe("Partners");
    expect(Object.keys(rest)).toEqual(["@odata.context"]);
  });
});

describe("Members: https://learn.microsoft.com/graph/api/group-list-members", () => {
  test("lists who is in it, and not who was deleted", async () => {
    const { fixture, guest, at } = withGroup();
    expect(await idsOf(fixture.get(`${at}/members`))).toEqual([guest.id]);
    await fixture.send("DELETE", `/users/${guest.id}`);
    expect(await idsOf(fixture.get(`${at}/members`))).toEqual([]);
  });

  test("casts to users in an advanced query, filtered by type", async () => {
    const { fixture, guest, group, at } = withGroup();
    fixture.tenant.directory.addMember(group, fixture.admin.id);
    const url = `${at}/members/microsoft.graph.user?$count=true&$filter=userType eq 'Guest'`;
    expect(await idsOf(fixture.get(url, { headers: eventual }))).toEqual([guest.id]);
    expect((await fixture.get(url)).status).toBe(400);
  });

  test("lists members of members once", async () => {
    const { fixture, guest, group } = withGroup();
    const outer = newGroup({ memberIds: new Set([group.id, guest.id]) });
    fixture.tenant.directory.groups.set(outer.id, outer);
    const found = await idsOf(fixture.get(`/groups/${outer.id}/transitiveMembers`));
    expect(found.sort()).toEqual([group.id, guest.id].sort());
  });

  test("lists what a group is inside, also through other groups", async () => {
    const { fixture, group, at } = withGroup();
    const outer = newGroup({ memberIds: new Set([group.id]) });
    const outermost = newGroup({ memberIds: new Set([outer.id]) });
    for (const each of [outer, outermost]) fixture.tenant.directory.groups.set(each.id, each);
    const path = `${at}/transitiveMemberOf`;
    expect((await idsOf(fixture.get(path))).sort()).toEqual([outer.id, outermost.id].sort());
    const cast = `${path}/microsoft.graph.group?$select=id&$count=true`;
    expect((await fixture.get(cast)).status).toBe(400);
    const headers = { ConsistencyLevel: "eventual" };
    expect(await idsOf(fixture.get(cast, { headers }))).toHaveLength(2);
    expect((await fixture.get(path, { scopes: ["User.Read"] })).status).toBe(403);
    expect((await fixture.get("/groups/none/transitiveMemberOf")).status).toBe(404);
  });

  test("lists owners", async () => {
    const { fixture, guest, group, at } = withGroup();
    group.ownerIds.add(guest.id);
    expect(await idsOf(fixture.get(`${at}/owners`))).toEqual([guest.id]);
  });
});

describe("Add member: https://learn.microsoft.com/graph/api/group-post-members", () => {
  const reference = (id: string) => ({
    "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
  });

  test("adds once, and refuses the second time", async () => {
    const { fixture, group, at } = withGroup();
    const other = fixture.guest();
    expect((await fixture.post(`${at}/members/$ref`, reference(other.id))).status).toBe(204);
    expect(group.memberIds.has(other.id)).toBe(true);
    expect((await fixture.post(`${at}/members/$ref`, reference(other.id))).status).toBe(400);
    expect(fixture.tenant.directory.effects).toHaveLength(1);
  });

  test("refuses a reference to nothing", async () => {
    const { fixture, at } = withGroup();
    const nobody = reference("11111111-1111-4111-8111-111111111111");
    expect((await fixture.post(`${at}/members/$ref`, nobody)).status).toBe(404);
    const other = fixture.guest();
    for (const url of ["x", `https://graph.microsoft.com/directoryObjects/${other.id}`]) {
      expect((await fixture.post(`${at}/members/$ref`, { "@odata.id": url })).status, url).toBe(
        400,
      );
    }
  });
});

describe("Remove member: https://learn.microsoft.com/graph/api/group-delete-members", () => {
  test("with /$ref ends the membership and keeps the person", async () => {
    const { fixture, guest, group, at } = withGroup();
    expect((await fixture.send("DELETE", `${at}/members/${guest.id}/$ref`)).status).toBe(204);
    expect(group.memberIds.has(guest.id)).toBe(false);
    expect(fixture.tenant.directory.users.has(guest.id)).toBe(true);
    expect(fixture.tenant.directory.effects).toMatchObject([
      { kind: "group-member-removed", targetId: guest.id },
    ]);
    expect((await fixture.send("DELETE", `${at}/members/${guest.id}/$ref`)).status).toBe(404);
  });

  test("without /$ref deletes the person", async () => {
    const { fixture, guest, at } = withGroup();
    expect((await fixture.send("DELETE", `${at}/members/${guest.id}`)).status).toBe(204);
    expect(fixture.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
  });

  test("without /$ref is refused to who may only change groups", async () => {
    const { fixture, guest, at } = withGroup();
    const scopes = ["GroupMember.ReadWrite.All"];
    const response = await fixture.send("DELETE", `${at}/members/${guest.id}`, { scopes });
    expect(response.status).toBe(403);
    expect(fixture.tenant.directory.users.has(guest.id)).toBe(true);
  });

  test("is allowed to the group's owner and refused to a member without a role", async () => {
    const { fixture, guest, group, at } = withGroup();
    const as = fixture.member("Olga Owner");
    const url = `${at}/members/${guest.id}/$ref`;
    expect((await fixture.send("DELETE", url, { as })).status).toBe(403);
    group.ownerIds.add(as.id);
    expect((await fixture.send("DELETE", url, { as })).status).toBe(204);
  });

  test.each([
    ["a dynamic group", { groupTypes: ["DynamicMembership"] }, 400],
    ["a group that is synchronized from on-premises", { onPremisesSyncEnabled: true }, 400],
    ["a role-assignable group, without its own scope", { isAssignableToRole: true }, 403],
  ])("is refused for %s", async (_what, input, status) => {
    const { fixture, guest, at } = withGroup(input);
    const response = await fixture.send("DELETE", `${at}/members/${guest.id}/$ref`);
    expect(response.status).toBe(status);
    expect(fixture.tenant.directory.effects).toEqual([]);
  });
});
