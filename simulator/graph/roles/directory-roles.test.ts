import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { roleTemplates } from "../../state/roles.ts";
import { TestTenant } from "../test-tenant.ts";

const valueOf = async (response: Promise<Response>) => {
  const settled = await response;
  expect(settled.status).toBe(200);
  return ((await settled.json()) as { value: Record<string, unknown>[] }).value;
};

describe("Directory roles: https://learn.microsoft.com/graph/api/directoryrole-list", () => {
  test("are those that are activated, found by their template too", async () => {
    const fixture = new TestTenant();
    fixture.member("Iris", "guestInviter");
    const all = await valueOf(fixture.get("/directoryRoles?$select=roleTemplateId"));
    expect(all.map(({ roleTemplateId }) => roleTemplateId)).toEqual(
      expect.arrayContaining([roleTemplates.globalAdministrator, roleTemplates.guestInviter]),
    );
    expect(all).toHaveLength(fixture.tenant.directory.roles.size);
    const one = `$filter=roleTemplateId eq '${roleTemplates.guestInviter}'`;
    expect(await valueOf(fixture.get(`/directoryRoles?${one}`))).toMatchObject([
      { displayName: "Guest Inviter", roleTemplateId: roleTemplates.guestInviter },
    ]);
  });

  test("take no page size, and need a scope of their own or of the directory", async () => {
    const fixture = new TestTenant();
    expect((await fixture.get("/directoryRoles?$top=5")).status).toBe(400);
    expect((await fixture.get("/directoryRoles", { scopes: ["User.Read.All"] })).status).toBe(403);
  });
});

describe("Their members: https://learn.microsoft.com/graph/api/directoryrole-list-members", () => {
  test("are the principals that hold one themselves: people and groups, not who is in the groups", async () => {
    const fixture = new TestTenant();
    const iris = fixture.member("Iris", "guestInviter");
    const group = newGroup({
      displayName: "Inviters",
      isAssignableToRole: true,
      memberIds: new Set([fixture.guest({ displayName: "Gwen" }).id]),
    });
    fixture.tenant.directory.groups.set(group.id, group);
    const role = [...fixture.tenant.directory.roles.values()].find(
      ({ roleTemplateId }) => roleTemplateId === roleTemplates.guestInviter,
    );
    role?.memberIds.add(group.id);
    const found = await valueOf(
      fixture.get(`/directoryRoles/${role?.id ?? ""}/members?$select=id`),
    );
    expect(found).toEqual([
      { "@odata.type": "#microsoft.graph.user", id: iris.id },
      { "@odata.type": "#microsoft.graph.group", id: group.id },
    ]);
    expect(
      await valueOf(
        fixture.get(`/directoryRoles/${roleTemplates.guestInviter}/members?$select=id`),
      ),
    ).toEqual(found);
    expect((await fixture.get(`/directoryRoles/${randomUUID()}/members`)).status).toBe(404);
  });
});
