import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";
import type { User } from "../../state/entities.ts";

let home: TestTenant;
let guest: User;
let sponsor: User;

beforeEach(() => {
  home = new TestTenant();
  sponsor = home.member("Sam Sponsor");
  guest = home.guest({ displayName: "Ada" });
});

const reference = (id: string) => ({ "@odata.id": `https://graph.microsoft.com/v1.0/users/${id}` });

async function listed(): Promise<unknown> {
  const response = await home.get(`/users/${guest.id}/sponsors?$select=id,displayName`);
  return ((await response.json()) as { value: unknown }).value;
}

function add(body: unknown, as = home.admin): Promise<Response> {
  return home.post(`/users/${guest.id}/sponsors/$ref`, body, { as });
}

describe("Sponsors: https://learn.microsoft.com/graph/api/user-post-sponsors?view=graph-rest-1.0", () => {
  test("are added, listed with their type, and removed", async () => {
    expect((await add(reference(sponsor.id))).status).toBe(204);
    expect(await listed()).toEqual([
      { "@odata.type": "#microsoft.graph.user", id: sponsor.id, displayName: "Sam Sponsor" },
    ]);
    const path = `/users/${guest.id}/sponsors/${sponsor.id}/$ref`;
    expect((await home.send("DELETE", path)).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect((await home.send("DELETE", path)).status).toBe(404);
    expect(home.tenant.directory.effects.map((effect) => effect.kind)).toEqual([
      "sponsor-added",
      "sponsor-removed",
    ]);
  });

  test("are not listed once they left", async () => {
    guest.sponsorIds = [sponsor.id];
    await home.send("DELETE", `/users/${sponsor.id}`);
    expect(await listed()).toEqual([]);
  });

  test.each([
    ["without a reference", {}, 400],
    ["with a reference to elsewhere", { "@odata.id": "https://evil.example/x" }, 400],
    ["who do not exist", reference("00000000-0000-0000-0000-00000000abcd"), 404],
  ])("%s are refused", async (_, body, status) => {
    expect((await add(body)).status).toBe(status);
    expect(guest.sponsorIds).toEqual([]);
  });

  test("are not added twice", async () => {
    await add(reference(sponsor.id));
    expect((await add(reference(sponsor.id))).status).toBe(400);
    expect(guest.sponsorIds).toEqual([sponsor.id]);
  });

  test("are not added by one without the role", async () => {
    expect((await add(reference(sponsor.id), sponsor)).status).toBe(403);
  });
});
