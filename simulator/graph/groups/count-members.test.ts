import { describe, expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { withGroup } from "./group-fixture.ts";

const eventual = { ConsistencyLevel: "eventual" };

describe("Counting and paging members", () => {
  test("the guests of a group are counted on their own, directly and through groups in it", async () => {
    const { fixture, directory, group, guests, at } = withGroup();
    for (const { id } of [...guests, fixture.admin]) directory.addMember(group, id);
    const outer = newGroup({ memberIds: new Set([group.id]) });
    directory.groups.set(outer.id, outer);
    const count = async (path: string, filter = "") => {
      const query = filter === "" ? "" : `?$filter=${filter}`;
      return (await fixture.get(`${path}/$count${query}`, { headers: eventual })).text();
    };
    const isGuest = "userType eq 'Guest'";
    expect(await count(`${at}/members`)).toBe("22");
    expect(await count(`${at}/members/microsoft.graph.user`, isGuest)).toBe("21");
    const through = `/groups/${outer.id}/transitiveMembers`;
    expect(await count(through)).toBe("23");
    expect(await count(`${through}/microsoft.graph.user`, isGuest)).toBe("21");
    expect(await count("/groups", "displayName eq 'Partners'")).toBe("1");
    expect((await fixture.get(`${at}/members/$count`)).status).toBe(400);
  });

  test("the guests of a group are read page by page, also in a batch", async () => {
    const { fixture, directory, group, guests, at } = withGroup();
    for (const { id } of guests) directory.addMember(group, id);
    const query = "$count=true&$filter=userType eq 'Guest'&$select=id&$top=20";
    const url = `${at}/members/microsoft.graph.user?${query}`;
    const requests = [{ id: "1", method: "GET", url, headers: eventual }];
    const answer = (await (await fixture.post("/$batch", { requests })).json()) as {
      responses: { body: Record<string, unknown> & { value: unknown[] } }[];
    };
    const [first] = answer.responses;
    expect(first?.body["@odata.count"]).toBe(21);
    expect(first?.body.value).toHaveLength(20);
    const next = new URL(String(first?.body["@odata.nextLink"]));
    const rest = await fixture.get(next.pathname.replace("/v1.0", "") + next.search, {
      headers: eventual,
    });
    expect(((await rest.json()) as { value: unknown[] }).value).toHaveLength(1);
  });
});
