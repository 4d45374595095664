import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "./test-tenant.ts";

let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

const bodyOf = async (path: string): Promise<unknown> => (await home.get(path)).json();

describe("Spellings of an address: https://learn.microsoft.com/graph/query-parameters", () => {
  test.each([
    ["case of segments", (id: string) => `/Users/${id}`],
    ["a key in brackets", (id: string) => `/users('${id}')`],
    ["a key in brackets without quotes", (id: string) => `/users(${id})`],
    ["a trailing slash", (id: string) => `/users/${id}/`],
    ["a custom query option", (id: string) => `/users/${id}?trace=7`],
  ])("take %s", async (_, spelled) => {
    const ada = home.guest({ displayName: "Ada" });
    expect(await bodyOf(spelled(ada.id))).toMatchObject({ id: ada.id, displayName: "Ada" });
  });

  test("take a quote in a key, and options in any case", async () => {
    const upn = "o'hara_partner.example#EXT#@harborline.example";
    home.guest({ displayName: "Olive", userPrincipalName: upn });
    const key = encodeURIComponent(upn.replaceAll("'", "''"));
    const answer = await home.get(`/users('${key}')?$Select=displayName`);
    expect(await answer.json()).toMatchObject({ displayName: "Olive" });
  });

  test("take actions, functions and casts by their full name and by the namespace's alias", async () => {
    const ada = home.guest();
    for (const action of [
      "getMemberGroups",
      "microsoft.graph.getMemberGroups",
      "GetMemberGroups",
    ]) {
      const body = { securityEnabledOnly: false };
      const answer = await home.send("POST", `/users/${ada.id}/${action}`, { body });
      expect(answer.status, action).toBe(200);
    }
    for (const path of ["/users/delta", "/users/delta()", "/users/microsoft.graph.delta()"]) {
      expect((await home.get(path)).status, path).toBe(200);
    }
    for (const cast of ["microsoft.graph.group", "graph.group", "Microsoft.Graph.Group"]) {
      const url = `/users/${ada.id}/memberOf/${cast}?$count=true`;
      const answer = await home.get(url, { headers: { ConsistencyLevel: "eventual" } });
      expect(answer.status, cast).toBe(200);
    }
  });

  test("take /me in any case", async () => {
    expect((await home.get("/Me/memberOf")).status).toBe(200);
  });
});
