import { describe, expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

const eventual = { ConsistencyLevel: "eventual" };

interface Row {
  "@odata.type"?: string;
  id: string;
  displayName?: string | null;
  roleTemplateId?: string | null;
}

async function rows(response: Promise<Response>): Promise<Row[]> {
  const settled = await response;
  expect(settled.status).toBe(200);
  return ((await settled.json()) as { value: Row[] }).value;
}

const names = (found: Row[]) => found.map(({ displayName }) => displayName).sort();

/** Gwen is in Inner, Inner is in Outer, and Inner holds a directory role. */
function nested() {
  const fixture = new TestTenant();
  const guest = fixture.guest({ displayName: "Gwen" });
  const inner = newGroup({ displayName: "Inner", memberIds: new Set([guest.id]) });
  const outer = newGroup({
    displayName: "Outer",
    securityEnabled: false,
    groupTypes: ["Unified"],
    memberIds: new Set([inner.id]),
  });
  const { directory } = fixture.tenant;
  for (const group of [inner, outer]) directory.groups.set(group.id, group);
  fixture.member("Hal Helper", "helpdeskAdministrator");
  for (const role of directory.roles.values()) {
    if (role.displayName === "Helpdesk Administrator") role.memberIds.add(inner.id);
  }
  return { fixture, guest, inner, outer };
}

describe("List memberOf: https://learn.microsoft.com/graph/api/user-list-memberof", () => {
  test("shows direct groups only, each with its type", async () => {
    const { fixture, guest, inner } = nested();
    expect(await rows(fixture.get(`/users/${guest.id}/memberOf`))).toMatchObject([
      { "@odata.type": "#microsoft.graph.group", id: inner.id, displayName: "Inner" },
    ]);
  });

  test("shows a person's own directory roles", async () => {
    const fixture = new TestTenant();
    expect(names(await rows(fixture.get("/me/memberOf")))).toEqual(["Global Administrator"]);
  });

  test("shows only id and type of what the caller may not read", async () => {
    const { fixture, guest, inner } = nested();
    const scopes = ["User.Read"];
    const sending = { as: guest, scopes };
    expect(await rows(fixture.get("/me/memberOf", sending))).toMatchObject([
      { id: inner.id, displayName: null },
    ]);
  });

  test("lets a guest ask about themselves and about nobody else", async () => {
    const { fixture, guest } = nested();
    const other = fixture.guest();
    expect((await fixture.get(`/users/${guest.id}/memberOf`, { as: guest })).status).toBe(200);
    expect((await fixture.get(`/users/${other.id}/memberOf`, { as: guest })).status).toBe(403);
  });

  test("needs a scope for somebody else", async () => {
    const { fixture, guest } = nested();
    const scopes = ["User.Read"];
    expect((await fixture.get(`/users/${guest.id}/memberOf`, { scopes })).status).toBe(403);
  });

  test("filters and casts only as an advanced query", async () => {
    const { fixture, guest } = nested();
    const at = `/users/${guest.id}/memberOf`;
    expect((await fixture.get(`${at}?$filter=displayName eq 'Inner'`)).status).toBe(400);
    expect((await fixture.get(`${at}/microsoft.graph.group`)).status).toBe(400);
    const filtered = `${at}?$filter=displayName eq 'Inner'&$count=true`;
    expect(await rows(fixture.get(filtered, { headers: eventual }))).toHaveLength(1);
    const cast = `${at}/microsoft.graph.directoryRole?$count=true`;
    expect(await rows(fixture.get(cast, { headers: eventual }))).toEqual([]);
  });
});

describe("List transitiveMemberOf: https://learn.microsoft.com/graph/api/user-list-transitivememberof", () => {
  test("follows groups in groups, and roles held through them", async () => {
    const { fixture, guest } = nested();
    const found = await rows(fixture.get(`/users/${guest.id}/transitiveMemberOf`));
    expect(names(found)).toEqual(["Helpdesk Administrator", "Inner", "Outer"]);
  });

  test("comes to an end where groups contain each other", async () => {
    const { fixture, guest, inner, outer } = nested();
    fixture.tenant.directory.addMember(inner, outer.id);
    const found = await rows(fixture.get(`/users/${guest.id}/transitiveMemberOf`));
    expect(found).toHaveLength(3);
  });

  test("tells a signed-in person their directory roles", async () => {
    const { fixture } = nested();
    const at = "/me/transitiveMemberOf/microsoft.graph.directoryRole?$count=true";
    const [role] = await rows(fixture.get(at, { headers: eventual }));
    expect(role?.roleTemplateId).toBe("62e90394-69f5-4237-9190-012177145e10");
  });
});

describe("Check memberships: https://learn.microsoft.com/graph/api/directoryobject-getmembergroups", () => {
  test("getMemberGroups gives ids, of security groups alone when asked", async () => {
    const { fixture, guest, inner, outer } = nested();
    const ask = async (securityEnabledOnly: boolean) => {
      const response = await fixture.post(`/users/${guest.id}/getMemberGroups`, {
        securityEnabledOnly,
      });
      return ((await response.json()) as { value: string[] }).value.sort();
    };
    expect(await ask(false)).toEqual([inner.id, outer.id].sort());
    expect(await ask(true)).toEqual([inner.id]);
    expect((await fixture.post(`/users/${guest.id}/getMemberGroups`, {})).status).toBe(400);
  });

  test("checkMemberGroups gives those asked for that they are in, 20 at most", async () => {
    const { fixture, guest, inner } = nested();
    const other = "11111111-1111-4111-8111-111111111111";
    const at = `/users/${guest.id}/checkMemberGroups`;
    const response = await fixture.post(at, { groupIds: [inner.id, other] });
    expect(await response.json()).toMatchObject({ value: [inner.id] });
    const tooMany = Array<string>(21).fill(other);
    expect((await fixture.post(at, { groupIds: tooMany })).status).toBe(400);
  });
});

describe("List ownedObjects: https://learn.microsoft.com/graph/api/user-list-ownedobjects", () => {
  test("shows groups, applications and service principals", async () => {
    const { fixture, guest, inner } = nested();
    const { directory } = fixture.tenant;
    inner.ownerIds.add(guest.id);
    const app = { id: "a", appId: "b", displayName: "Portal", ownerIds: new Set([guest.id]) };
    directory.applications.set(app.id, app);
    directory.servicePrincipals.set("s", { ...app, id: "s", displayName: "Portal service" });
    const found = await rows(fixture.get(`/users/${guest.id}/ownedObjects`));
    expect(names(found)).toEqual(["Inner", "Portal", "Portal service"]);
  });
});

describe("App role assignments: https://learn.microsoft.com/graph/api/user-list-approleassignments", () => {
  function assigned() {
    const { fixture, guest, inner } = nested();
    const { directory, clock } = fixture.tenant;
    const resourceId = "22222222-2222-4222-8222-222222222222";
    directory.servicePrincipals.set(resourceId, {
      id: resourceId,
      appId: resourceId,
      displayName: "Portal",
      ownerIds: new Set(),
    });
    const base = { appRoleId: "0", resourceId, createdDateTime: clock.iso() };
    const own = { ...base, id: "own", principalId: guest.id, principalType: "User" as const };
    const group = {
      ...base,
      id: "group",
      principalId: inner.id,
      principalType: "Group" as const,
    };
    for (const row of [own, group]) directory.appRoleAssignments.set(row.id, row);
    return { fixture, guest, at: `/users/${guest.id}/appRoleAssignments`, resourceId };
  }

  test("shows the person's own and those of their groups", async () => {
    const { fixture, at, resourceId } = assigned();
    const found = await rows(fixture.get(at));
    expect(found.map(({ id }) => id).sort()).toEqual(["group", "own"]);
    expect(found[0]).toMatchObject({ resourceDisplayName: "Portal" });
    expect(await rows(fixture.get(`${at}?$filter=resourceId eq ${resourceId}`))).toHaveLength(2);
    expect((await fixture.get(`${at}?$filter=appRoleId eq ${resourceId}`)).status).toBe(400);
  });

  test("takes away the person's own, not the group's", async () => {
    const { fixture, guest, at } = assigned();
    expect((await fixture.send("DELETE", `${at}/group`)).status).toBe(404);
    expect((await fixture.send("DELETE", `${at}/own`)).status).toBe(204);
    expect(fixture.tenant.directory.appRoleAssignments.has("own")).toBe(false);
    expect(fixture.tenant.directory.effects).toMatchObject([
      { kind: "app-role-assignment-removed", targetId: guest.id },
    ]);
  });

  test("is refused to who has the scope and no role", async () => {
    const { fixture, at } = assigned();
    const as = fixture.member("Nils Norole");
    expect((await fixture.send("DELETE", `${at}/own`, { as })).status).toBe(403);
  });
});
