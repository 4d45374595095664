import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";

interface Body {
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
  value: Record<string, unknown>[];
  error?: { code: string };
}

let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

const local = (link = "") => link.replace("https://graph.microsoft.com/v1.0", "");

/** Reads a whole round and returns what it told and the link to the next. */
async function round(url: string, headers: Record<string, string> = {}) {
  const value: Record<string, unknown>[] = [];
  let next = url;
  for (;;) {
    const body = (await (await home.get(next, { headers })).json()) as Body;
    value.push(...body.value);
    if (body["@odata.nextLink"] === undefined) {
      return { value, next: local(body["@odata.deltaLink"]) };
    }
    next = local(body["@odata.nextLink"]);
  }
}

function change(id: string, body: unknown): Promise<Response> {
  return home.send("PATCH", `/users/${id}`, { body });
}

describe("user: delta: https://learn.microsoft.com/graph/api/user-delta?view=graph-rest-1.0", () => {
  test("tells everybody first, in pages, and then nobody", async () => {
    const ids = Array.from({ length: 25 }, () => home.guest().id);
    const first = await round("/users/delta?$select=id,userType", {
      Prefer: "odata.maxpagesize=7",
    });
    expect(first.value.map((user) => user.id)).toEqual([home.admin.id, ...ids]);
    expect((await round(first.next)).value).toEqual([]);
    expect((await round("/users/delta()?$select=id")).value).toHaveLength(26);
  });

  test("tells later what was changed, created and deleted, each once", async () => {
    const [changed, removed, purged] = [home.guest(), home.guest(), home.guest()];
    const first = await round("/users/delta?$select=id,accountEnabled,userType");
    await change(changed.id, { accountEnabled: false });
    await change(changed.id, { accountEnabled: true });
    await home.send("DELETE", `/users/${removed.id}`);
    await home.send("DELETE", `/users/${purged.id}`);
    home.tenant.directory.deletedUsers.delete(purged.id);
    const created = home.guest();
    home.tenant.directory.noteChange(created.id, "changed");
    const second = await round(first.next);
    expect(second.value).toEqual([
      { id: changed.id, accountEnabled: true, userType: "Guest" },
      { id: removed.id, "@removed": { reason: "changed" } },
      { id: purged.id, "@removed": { reason: "deleted" } },
      { id: created.id, accountEnabled: true, userType: "Guest" },
    ]);
    expect((await round(second.next)).value).toEqual([]);
  });

  test("replays what changed while the first round was read", async () => {
    const guests = Array.from({ length: 5 }, () => home.guest());
    const headers = { Prefer: "odata.maxpagesize=2" };
    const page = (await (await home.get("/users/delta", { headers })).json()) as Body;
    await change(guests[0]?.id ?? "", { displayName: "Changed meanwhile" });
    const rest = await round(local(page["@odata.nextLink"]));
    const second = await round(rest.next);
    expect(second.value).toMatchObject([{ displayName: "Changed meanwhile" }]);
  });

  test("does not tell about properties that are not selected", async () => {
    const guest = home.guest();
    const { next } = await round("/users/delta?$select=displayName");
    await change(guest.id, { accountEnabled: false });
    expect((await round(next)).value).toEqual([]);
  });

  test("tells changed properties alone when asked for little", async () => {
    const guest = home.guest({ displayName: "Ada" });
    const { next } = await round("/users/delta?$select=displayName,userType");
    await change(guest.id, { displayName: "Ada B." });
    const { value } = await round(next, { Prefer: "return=minimal" });
    expect(value).toEqual([{ id: guest.id, displayName: "Ada B." }]);
  });

  test("starts from now with $deltatoken=latest", async () => {
    const guest = home.guest();
    const { value, next } = await round("/users/delta?$deltatoken=latest&$select=displayName");
    expect(value).toEqual([]);
    await change(guest.id, { displayName: "Later" });
    expect((await round(next)).value).toEqual([{ id: guest.id, displayName: "Later" }]);
  });

  test("tells about the named users alone", async () => {
    const [one, two, three] = [home.guest(), home.guest(), home.guest()];
    const filter = `id eq '${one.id}' or id eq '${two.id}'`;
    const { value, next } = await round(`/users/delta?$select=id,city&$filter=${filter}`);
    expect(value.map((user) => user.id)).toEqual([one.id, two.id]);
    await change(three.id, { city: "Rome" });
    expect((await round(next)).value).toEqual([]);
  });

  test.each([
    ["another filter", "$filter=userType eq 'Guest'", 400],
    ["more than fifty ids", `$filter=${Array(51).fill("id eq 'x'").join(" or ")}`, 400],
    ["$top", "$top=5", 400],
    ["$expand", "$expand=manager", 400],
    ["sign-in times", "$select=signInActivity", 400],
    ["an unknown property", "$select=shoeSize", 400],
  ])("refuses %s", async (_, query, status) => {
    expect((await home.get(`/users/delta?${query}`)).status).toBe(status);
  });

  test("refuses $select beside a token", async () => {
    const { next } = await round("/users/delta");
    expect((await home.get(`${next}&$select=id`)).status).toBe(400);
  });

  test.each([
    [
      "older than seven days",
      () => {
        home.tenant.clock.advance(7 * 86_400_000 + 1000);
      },
      (t: string) => t,
    ],
    ["that was made up", () => undefined, (t: string) => `${t}x`],
  ])("sends a client whose token is one %s back to the start", async (_, pass, spoil) => {
    const { next } = await round("/users/delta");
    pass();
    const response = await home.get(spoil(next));
    expect(response.status).toBe(410);
    const start = response.headers.get("location") ?? "";
    expect(start).toBe("https://graph.microsoft.com/v1.0/users/delta?$deltatoken=");
    expect((await round(local(start))).value).toHaveLength(1);
  });
});
