import { describe, expect, test } from "vitest";
import { refused, urlOf, withGroup } from "./group-fixture.ts";

const security = {
  displayName: "Guests in no group",
  mailEnabled: false,
  mailNickname: "guests-in-no-group",
  securityEnabled: true,
};
const unified = { ...security, mailEnabled: true, securityEnabled: false, groupTypes: ["Unified"] };

async function made(response: Promise<Response>): Promise<Record<string, unknown>> {
  const settled = await response;
  const body = (await settled.json()) as Record<string, unknown>;
  if (settled.status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

describe("Create group: https://learn.microsoft.com/graph/api/group-post-groups", () => {
  test("makes a security group with whom it names, and leaves a trace of each", async () => {
    const { fixture, directory, guests } = withGroup();
    const shown = await made(
      fixture.post("/groups", {
        ...security,
        "members@odata.bind": guests.slice(0, 19).map(urlOf),
        "owners@odata.bind": [urlOf(fixture.admin)],
      }),
    );
    expect(shown).toMatchObject({ ...security, groupTypes: [], mail: null, visibility: null });
    const group = directory.groups.get(String(shown.id));
    expect([...(group?.memberIds ?? [])]).toEqual(guests.slice(0, 19).map(({ id }) => id));
    expect([...(group?.ownerIds ?? [])]).toEqual([fixture.admin.id]);
    const kinds = directory.effects.map(({ kind }) => kind);
    expect(kinds[0]).toBe("group-created");
    expect(kinds.filter((kind) => kind === "group-member-added")).toHaveLength(19);
    expect(directory.audits[0]).toMatchObject({
      activityDisplayName: "Add group",
      targetResources: [{ id: shown.id, type: "Group" }],
    });
  });

  test("makes a Microsoft 365 group with a mailbox, owned by who made it", async () => {
    const { fixture, directory } = withGroup();
    const shown = await made(fixture.post("/groups", unified));
    expect(shown).toMatchObject({
      mail: "guests-in-no-group@harborline.example",
      visibility: "Public",
    });
    expect(directory.groups.get(String(shown.id))?.ownerIds).toEqual(new Set([fixture.admin.id]));
  });

  test("keeps the alias of a Microsoft 365 group for it alone; security groups may share one", async () => {
    const { fixture } = withGroup();
    await made(fixture.post("/groups", unified));
    const other = { ...unified, mailNickname: "Guests-In-No-Group" };
    expect(await refused(fixture.post("/groups", other))).toEqual([
      400,
      "Another object with the same value for property mailNickname already exists.",
    ]);
    await made(fixture.post("/groups", security));
    await made(fixture.post("/groups", security));
  });

  test.each([
    ["no name", { displayName: "" }],
    ["a name of 257 letters", { displayName: "x".repeat(257) }],
    ["no alias", { mailNickname: undefined }],
    ["an alias with a blank", { mailNickname: "two words" }],
    ["an alias with an at sign", { mailNickname: "a@b" }],
    ["an alias of 65 letters", { mailNickname: "x".repeat(65) }],
    ["nothing about mail", { mailEnabled: undefined }],
    ["a distribution list", { mailEnabled: true, securityEnabled: false }],
    ["a Microsoft 365 group without mail", { groupTypes: ["Unified"] }],
    ["a type that is none", { groupTypes: ["Secret"] }],
    ["a property it does not know", { colour: "red" }],
    ["a member's address that is none", { "members@odata.bind": ["somewhere"] }],
  ])("refuses %s, and makes nothing", async (_, change) => {
    const { fixture, directory } = withGroup();
    const [status] = await refused(fixture.post("/groups", { ...security, ...change }));
    expect(status).toBe(400);
    expect(directory.groups.size).toBe(1);
    expect(directory.effects).toEqual([]);
  });

  test("refuses more than 20 relationships, the same one twice, and whom it cannot find", async () => {
    const { fixture, directory, guests } = withGroup();
    const binding = (members: readonly string[]) =>
      fixture.post("/groups", { ...security, "members@odata.bind": members });
    expect((await binding(guests.map(urlOf))).status).toBe(400);
    const owned = {
      ...security,
      "owners@odata.bind": [urlOf(fixture.admin)],
      "members@odata.bind": guests.slice(1).map(urlOf),
    };
    expect((await fixture.post("/groups", owned)).status).toBe(400);
    const [first] = guests.map(urlOf);
    expect((await binding([first ?? "", first ?? ""])).status).toBe(400);
    const nobody = urlOf({ id: "11111111-1111-4111-8111-111111111111" });
    expect((await binding([nobody])).status).toBe(404);
    expect(directory.groups.size).toBe(1);
  });

  test.each([
    ["groupsAdministrator", 201],
    ["userAdministrator", 201],
    ["identityGovernanceAdministrator", 403],
    ["globalReader", 403],
  ] as const)("as %s: %i", async (role, status) => {
    const { fixture } = withGroup();
    const as = fixture.member("Somebody", role);
    expect((await fixture.post("/groups", security, { as })).status).toBe(status);
  });

  test("needs a scope that writes groups, not only their members", async () => {
    const { fixture } = withGroup();
    const scopes = ["GroupMember.ReadWrite.All", "Group.Read.All"];
    expect((await fixture.post("/groups", security, { scopes })).status).toBe(403);
  });

  test("for roles needs who gives roles, and rules are not kept", async () => {
    const { fixture } = withGroup();
    const powers = { ...security, isAssignableToRole: true };
    expect((await fixture.post("/groups", powers)).status).toBe(403);
    const dynamic = { ...security, groupTypes: ["DynamicMembership"] };
    expect((await fixture.post("/groups", dynamic)).status).toBe(501);
  });

  test("is not listed at once when lists lag, though it can be read", async () => {
    const { fixture } = withGroup();
    fixture.tenant.conditions = { ...fixture.tenant.conditions, staleReadsMs: 60_000 };
    const { id } = await made(fixture.post("/groups", security));
    const query = `/groups?$filter=mailNickname eq '${security.mailNickname}'`;
    const found = async () =>
      ((await (await fixture.get(query)).json()) as { value: unknown[] }).value;
    expect(await found()).toEqual([]);
    expect((await fixture.get(`/groups/${String(id)}`)).status).toBe(200);
    fixture.tenant.clock.advance(60_000);
    expect(await found()).toMatchObject([{ id }]);
  });

  test("is made once in spite of a lost answer, which a look-up by its alias finds", async () => {
    const { fixture, directory } = withGroup();
    const faults = [{ kind: "gateway-timeout-after-accept", method: "POST", times: 1 }] as const;
    fixture.tenant.conditions = { ...fixture.tenant.conditions, faults: [...faults] };
    expect((await fixture.post("/groups", security)).status).toBe(504);
    const query = `/groups?$filter=mailNickname eq '${security.mailNickname}'`;
    const { value } = (await (await fixture.get(query)).json()) as { value: unknown[] };
    expect(value).toHaveLength(1);
    expect(directory.effects).toMatchObject([{ kind: "group-created", answered: "error" }]);
  });
});
