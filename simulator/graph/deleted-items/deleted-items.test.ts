import { describe, expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

const DAY = 86_400_000;
const list = "/directory/deletedItems/microsoft.graph.user";

interface Listed {
  "@odata.count"?: number;
  value: { id: string; deletedDateTime?: string }[];
}

const listed = async (bed: TestTenant, query = "", headers = {}) =>
  (await (await bed.get(list + query, { headers })).json()) as Listed;

async function withDeleted(...names: string[]) {
  const bed = new TestTenant();
  const guests = names.map((displayName) => bed.guest({ displayName }));
  for (const guest of guests) {
    await bed.send("DELETE", `/users/${guest.id}`);
    bed.tenant.clock.advance(DAY);
  }
  return { bed, guests };
}

async function one() {
  const { bed, guests } = await withDeleted("Dora Deleted");
  const [guest] = guests;
  if (!guest) throw new Error("nobody was deleted");
  return { bed, guest, at: `/directory/deletedItems/${guest.id}` };
}

describe("List deletedItems: https://learn.microsoft.com/graph/api/directory-deleteditems-list", () => {
  test("shows who was deleted and when, and nobody else", async () => {
    const { bed, guest } = await one();
    bed.guest();
    const { value } = await listed(bed);
    expect(value.map(({ id }) => id)).toEqual([guest.id]);
    expect(value[0]?.deletedDateTime).toMatch(/^2026-11-20T12:00:0\dZ$/);
  });

  test("refuses to list without a cast", async () => {
    expect((await new TestTenant().get("/directory/deletedItems")).status).toBe(400);
  });

  test("sorts by the day of deletion only in an advanced query", async () => {
    const { bed, guests } = await withDeleted("A", "B", "C");
    const query = "?$orderby=deletedDateTime desc&$count=true";
    expect((await bed.get(list + query)).status).toBe(400);
    const answer = await listed(bed, query, { ConsistencyLevel: "eventual" });
    expect(answer["@odata.count"]).toBe(3);
    expect(answer.value.map(({ id }) => id)).toEqual(guests.map(({ id }) => id).reverse());
  });

  test("pages", async () => {
    const { bed } = await withDeleted("A", "B", "C");
    expect((await listed(bed, "?$top=2")).value).toHaveLength(2);
  });

  test("no longer shows who was deleted thirty days ago", async () => {
    const { bed, guest, at } = await one();
    bed.tenant.clock.advance(29 * DAY);
    expect((await listed(bed)).value).toEqual([]);
    expect((await bed.get(at)).status).toBe(404);
    expect(bed.tenant.directory.changes.at(-1)).toMatchObject({
      userId: guest.id,
      kind: "purged",
    });
  });
});

describe("Restore: https://learn.microsoft.com/graph/api/directory-deleteditems-restore", () => {
  test("brings the person back as they were, groups included", async () => {
    const bed = new TestTenant();
    const guest = bed.guest();
    const group = newGroup({ memberIds: new Set([guest.id]) });
    bed.tenant.directory.groups.set(group.id, group);
    await bed.send("DELETE", `/users/${guest.id}`);
    const restored = await bed.post(`/directory/deletedItems/${guest.id}/restore`);
    expect(restored.status).toBe(200);
    expect(await restored.json()).toMatchObject({
      "@odata.type": "#microsoft.graph.user",
      id: guest.id,
    });
    expect((await bed.get(`/users/${guest.id}`)).status).toBe(200);
    expect(bed.tenant.directory.groupsOf(guest.id)).toEqual([group]);
    expect(bed.tenant.directory.effects.at(-1)).toMatchObject({
      kind: "user-restored",
      targetId: guest.id,
    });
    expect(bed.tenant.directory.audits.at(-1)?.activityDisplayName).toBe("Restore user");
  });

  test("refuses a name that somebody else has by now, and takes another", async () => {
    const { bed, guest, at } = await one();
    bed.guest({ userPrincipalName: guest.userPrincipalName });
    expect((await bed.post(`${at}/restore`)).status).toBe(409);
    expect(bed.tenant.directory.deletedUsers.has(guest.id)).toBe(true);
    const body = { newUserPrincipalName: "dora@harborline.example" };
    expect((await bed.post(`${at}/restore`, body)).status).toBe(200);
    expect(guest.userPrincipalName).toBe("dora@harborline.example");
  });

  test("needs the role and the scope", async () => {
    const { bed, at } = await one();
    const as = bed.member("Nils Norole");
    expect((await bed.post(`${at}/restore`, undefined, { as })).status).toBe(403);
    const scopes = ["User.Read.All"];
    expect((await bed.post(`${at}/restore`, undefined, { scopes })).status).toBe(403);
  });

  test("finds nobody who was not deleted", async () => {
    const bed = new TestTenant();
    const there = `/directory/deletedItems/${bed.guest().id}/restore`;
    expect((await bed.post(there)).status).toBe(404);
  });
});

describe("Permanently delete: https://learn.microsoft.com/graph/api/directory-deleteditems-delete", () => {
  test("leaves nothing to restore", async () => {
    const { bed, guest, at } = await one();
    expect((await bed.get(at)).status).toBe(200);
    expect((await bed.send("DELETE", at)).status).toBe(204);
    expect((await bed.post(`${at}/restore`)).status).toBe(404);
    expect(bed.tenant.directory.effects.at(-1)).toMatchObject({
      kind: "user-purged",
      targetId: guest.id,
    });
  });

  test("is refused to who may only delete and restore", async () => {
    const { bed, at } = await one();
    const scopes = ["User.DeleteRestore.All"];
    expect((await bed.send("DELETE", at, { scopes })).status).toBe(403);
  });
});
