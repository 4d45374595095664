import { describe, expect, test } from "vitest";
import type { Group } from "../../state/entities.ts";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

const eventual = { ConsistencyLevel: "eventual" };

function withGroup(given: Partial<Group> = {}) {
  const bed = new TestTenant();
  const guest = bed.guest({ displayName: "Gwen" });
  const group = newGroup({ displayName: "Partners", memberIds: new Set([guest.id]), ...given });
  bed.tenant.directory.groups.set(group.id, group);
  return { bed, guest, group, at: `/groups/${group.id}` };
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
    const { bed } = withGroup();
    const team = newGroup({
      displayName: "Team",
      securityEnabled: false,
      groupTypes: ["Unified"],
      resourceProvisioningOptions: ["Team"],
    });
    bed.tenant.directory.groups.set(team.id, team);
    const response = await bed.get(`/groups?$filter=${encodeURIComponent(filter)}`);
    const { value } = (await response.json()) as { value: Group[] };
    expect(value.map(({ displayName }) => displayName)).toEqual(expected);
  });

  test("refuses what groups are not indexed by, and what they do not have", async () => {
    const { bed } = withGroup();
    expect((await bed.get("/groups?$filter=description eq 'x'")).status).toBe(400);
    expect((await bed.get("/groups?$filter=nonsense eq 'x'")).status).toBe(400);
    expect((await bed.get("/groups?$select=nonsense")).status).toBe(400);
    expect((await bed.get("/groups?$skip=5")).status).toBe(400);
  });

  test("needs a scope", async () => {
    const { bed, at } = withGroup();
    const scopes = ["User.Read.All"];
    expect((await bed.get("/groups", { scopes })).status).toBe(403);
    expect((await bed.get(at, { scopes })).status).toBe(403);
  });

  test("shows one, with what is selected", async () => {
    const { bed, at } = withGroup();
    const response = await bed.get(`${at}?$select=displayName`);
    const { displayName, ...rest } = (await response.json()) as Record<string, unknown>;
    expect(displayName).toBe("Partners");
    expect(Object.keys(rest)).toEqual(["@odata.context"]);
  });
});

describe("Members: https://learn.microsoft.com/graph/api/group-list-members", () => {
  test("lists who is in it, and not who was deleted", async () => {
    const { bed, guest, at } = withGroup();
    expect(await idsOf(bed.get(`${at}/members`))).toEqual([guest.id]);
    await bed.send("DELETE", `/users/${guest.id}`);
    expect(await idsOf(bed.get(`${at}/members`))).toEqual([]);
  });

  test("casts to users in an advanced query, filtered by type", async () => {
    const { bed, guest, group, at } = withGroup();
    bed.tenant.directory.addMember(group, bed.admin.id);
    const url = `${at}/members/microsoft.graph.user?$count=true&$filter=userType eq 'Guest'`;
    expect(await idsOf(bed.get(url, { headers: eventual }))).toEqual([guest.id]);
    expect((await bed.get(url)).status).toBe(400);
  });

  test("lists members of members once", async () => {
    const { bed, guest, group } = withGroup();
    const outer = newGroup({ memberIds: new Set([group.id, guest.id]) });
    bed.tenant.directory.groups.set(outer.id, outer);
    const found = await idsOf(bed.get(`/groups/${outer.id}/transitiveMembers`));
    expect(found.sort()).toEqual([group.id, guest.id].sort());
  });

  test("lists what a group is inside, also through other groups", async () => {
    const { bed, group, at } = withGroup();
    const outer = newGroup({ memberIds: new Set([group.id]) });
    const outermost = newGroup({ memberIds: new Set([outer.id]) });
    for (const each of [outer, outermost]) bed.tenant.directory.groups.set(each.id, each);
    const path = `${at}/transitiveMemberOf`;
    expect((await idsOf(bed.get(path))).sort()).toEqual([outer.id, outermost.id].sort());
    const cast = `${path}/microsoft.graph.group?$select=id&$count=true`;
    expect((await bed.get(cast)).status).toBe(400);
    const headers = { ConsistencyLevel: "eventual" };
    expect(await idsOf(bed.get(cast, { headers }))).toHaveLength(2);
    expect((await bed.get(path, { scopes: ["User.Read"] })).status).toBe(403);
    expect((await bed.get("/groups/none/transitiveMemberOf")).status).toBe(404);
  });

  test("lists owners", async () => {
    const { bed, guest, group, at } = withGroup();
    group.ownerIds.add(guest.id);
    expect(await idsOf(bed.get(`${at}/owners`))).toEqual([guest.id]);
  });
});

describe("Add member: https://learn.microsoft.com/graph/api/group-post-members", () => {
  const reference = (id: string) => ({
    "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
  });

  test("adds once, and refuses the second time", async () => {
    const { bed, group, at } = withGroup();
    const other = bed.guest();
    expect((await bed.post(`${at}/members/$ref`, reference(other.id))).status).toBe(204);
    expect(group.memberIds.has(other.id)).toBe(true);
    expect((await bed.post(`${at}/members/$ref`, reference(other.id))).status).toBe(400);
    expect(bed.tenant.directory.effects).toHaveLength(1);
  });

  test("refuses a reference to nothing", async () => {
    const { bed, at } = withGroup();
    const nobody = reference("11111111-1111-4111-8111-111111111111");
    expect((await bed.post(`${at}/members/$ref`, nobody)).status).toBe(404);
    const other = bed.guest();
    for (const url of ["x", `https://graph.microsoft.com/directoryObjects/${other.id}`]) {
      expect((await bed.post(`${at}/members/$ref`, { "@odata.id": url })).status, url).toBe(400);
    }
  });
});

describe("Remove member: https://learn.microsoft.com/graph/api/group-delete-members", () => {
  test("with /$ref ends the membership and keeps the person", async () => {
    const { bed, guest, group, at } = withGroup();
    expect((await bed.send("DELETE", `${at}/members/${guest.id}/$ref`)).status).toBe(204);
    expect(group.memberIds.has(guest.id)).toBe(false);
    expect(bed.tenant.directory.users.has(guest.id)).toBe(true);
    expect(bed.tenant.directory.effects).toMatchObject([
      { kind: "group-member-removed", targetId: guest.id },
    ]);
    expect((await bed.send("DELETE", `${at}/members/${guest.id}/$ref`)).status).toBe(404);
  });

  test("without /$ref deletes the person", async () => {
    const { bed, guest, at } = withGroup();
    expect((await bed.send("DELETE", `${at}/members/${guest.id}`)).status).toBe(204);
    expect(bed.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
  });

  test("without /$ref is refused to who may only change groups", async () => {
    const { bed, guest, at } = withGroup();
    const scopes = ["GroupMember.ReadWrite.All"];
    const response = await bed.send("DELETE", `${at}/members/${guest.id}`, { scopes });
    expect(response.status).toBe(403);
    expect(bed.tenant.directory.users.has(guest.id)).toBe(true);
  });

  test("is allowed to the group's owner and refused to a member without a role", async () => {
    const { bed, guest, group, at } = withGroup();
    const as = bed.member("Olga Owner");
    const url = `${at}/members/${guest.id}/$ref`;
    expect((await bed.send("DELETE", url, { as })).status).toBe(403);
    group.ownerIds.add(as.id);
    expect((await bed.send("DELETE", url, { as })).status).toBe(204);
  });

  test.each([
    ["a dynamic group", { groupTypes: ["DynamicMembership"] }, 400],
    ["a group that is synchronized from on-premises", { onPremisesSyncEnabled: true }, 400],
    ["a role-assignable group, without its own scope", { isAssignableToRole: true }, 403],
  ])("is refused for %s", async (_what, given, status) => {
    const { bed, guest, at } = withGroup(given);
    const response = await bed.send("DELETE", `${at}/members/${guest.id}/$ref`);
    expect(response.status).toBe(status);
    expect(bed.tenant.directory.effects).toEqual([]);
  });
});
