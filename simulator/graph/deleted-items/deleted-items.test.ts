import { describe, expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

const DAY = 86_400_000;
const list = "/directory/deletedItems/microsoft.graph.user";

interface Listed {
  "@odata.count"?: number;
  value: { id: string; deletedDateTime?: string }[];
}

const listed = async (fixture: TestTenant, query = "", headers = {}) =>
  (await (await fixture.get(list + query, { headers })).json()) as Listed;

async function withDeleted(...names: string[]) {
  const fixture = new TestTenant();
  const guests = names.map((displayName) => fixture.guest({ displayName }));
  for (const guest of guests) {
    await fixture.send("DELETE", `/users/${guest.id}`);
    fixture.tenant.clock.advance(DAY);
  }
  return { fixture, guests };
}

async function one() {
  const { fixture, guests } = await withDeleted("Dora Deleted");
  const [guest] = guests;
  if (!guest) throw new Error("nobody was deleted");
  return { fixture, guest, at: `/directory/deletedItems/${guest.id}` };
}

describe("List deletedItems: https://learn.microsoft.com/graph/api/directory-deleteditems-list", () => {
  test("shows who was deleted and when, and nobody else", async () => {
    const { fixture, guest } = await one();
    fixture.guest();
    const { value } = await listed(fixture);
    expect(value.map(({ id }) => id)).toEqual([guest.id]);
    expect(value[0]?.deletedDateTime).toMatch(/^2026-11-20T12:00:0\dZ$/);
  });

  test("refuses to list without a cast", async () => {
    expect((await new TestTenant().get("/directory/deletedItems")).status).toBe(400);
  });

  test("sorts by the day of deletion only in an advanced query", async () => {
    const { fixture, guests } = await withDeleted("A", "B", "C");
    const query = "?$orderby=deletedDateTime desc&$count=true";
    expect((await fixture.get(list + query)).status).toBe(400);
    const answer = await listed(fixture, query, { ConsistencyLevel: "eventual" });
    expect(answer["@odata.count"]).toBe(3);
    expect(answer.value.map(({ id }) => id)).toEqual(guests.map(({ id }) => id).reverse());
  });

  test("pages", async () => {
    const { fixture } = await withDeleted("A", "B", "C");
    expect((await listed(fixture, "?$top=2")).value).toHaveLength(2);
  });

  test("no longer shows who was deleted thirty days ago", async () => {
    const { fixture, guest, at } = await one();
    fixture.tenant.clock.advance(29 * DAY);
    expect((await listed(fixture)).value).toEqual([]);
    expect((await fixture.get(at)).status).toBe(404);
    expect(fixture.tenant.directory.changes.at(-1)).toMatchObject({
      userId: guest.id,
      kind: "purged",
    });
  });
});

describe("Restore: https://learn.microsoft.com/graph/api/directory-deleteditems-restore", () => {
  test("brings the person back as they were, groups included", async () => {
    const fixture = new TestTenant();
    const guest = fixture.guest();
    const group = newGroup({ memberIds: new Set([guest.id]) });
    fixture.tenant.directory.groups.set(group.id, group);
    await fixture.send("DELETE", `/users/${guest.id}`);
    const restored = await fixture.post(`/directory/deletedItems/${guest.id}/restore`);
    expect(restored.status).toBe(200);
    expect(await restored.json()).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      id: guest.id,
    });
    expect((await fixture.get(`/users/${guest.id}`)).status).toBe(200);
    expect(fixture.tenant.directory.groupsOf(guest.id)).toEqual([group]);
    expect(fixture.tenant.directory.effects.at(-1)).toMatchObject({
      kind: "user-restored",
      targetId: guest.id,
    });
    expect(fixture.tenant.directory.audits.at(-1)?.activityDisplayName).toBe("Restore user");
  });

  test("refuses a name that somebody else has by now, and takes another", async () => {
    const { fixture, guest, at } = await one();
    fixture.guest({ userPrincipalName: guest.userPrincipalName });
    expect((await fixture.post(`${at}/restore`)).status).toBe(409);
    expect(fixture.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
    const body = { newUserPrincipalName: "dora@harborline.example" };
    expect((await fixture.post(`${at}/restore`, body)).status).toBe(200);
    expect(guest.userPrincipalName).toBe("dora@harborline.example");
  });

  test("needs the role and the scope", async () => {
    const { fixture, at } = await one();
    const as = fixture.member("Nils Norole");
    expect((await fixture.post(`${at}/restore`, undefined, { as })).status).toBe(403);
    const scopes = ["User.Read.All"];
    expect((await fixture.post(`${at}/restore`, undefined, { scopes })).status).toBe(403);
  });

  test("finds nobody who was not deleted", async () => {
    const fixture = new TestTenant();
    const there = `/directory/deletedItems/${fixture.guest().id}/restore`;
    expect((await fixture.post(there)).status).toBe(404);
  });
});

describe("Permanently delete: https://learn.microsoft.com/graph/api/directory-deleteditems-delete", () => {
  test("leaves nothing to restore", async () => {
    const { fixture, guest, at } = await one();
    expect((await fixture.get(at)).status).toBe(200);
    expect((await fixture.send("DELETE", at)).status).toBe(204);
    expect((await fixture.post(`${at}/restore`)).status).toBe(404);
    expect(fixture.tenant.directory.effects.at(-1)).toMatchObject({
      kind: "user-purged",
      targetId: guest.id,
    });
  });

  test("is refused to who may only delete and restore", async () => {
    const { fixture, at } = await one();
    const scopes = ["User.DeleteRestore.All"];
    expect((await fixture.send("DELETE", at, { scopes })).status).toBe(403);
  });
});
