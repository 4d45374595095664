import { describe, expect, test } from "vitest";
import { TestTenant } from "./test-tenant.ts";
import { noFaults, type Fault } from "../faults/conditions.ts";

// https://learn.microsoft.com/graph/json-batching

interface Item {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: { value?: unknown[]; error?: { code: string } };
}

async function batch(fixture: TestTenant, ...requests: unknown[]): Promise<Item[]> {
  const response = await fixture.post("/$batch", { requests });
  expect(response.status).toBe(200);
  return ((await response.json()) as { responses: Item[] }).responses;
}

const get = (id: string, url: string) => ({ id, method: "GET", url });

async function refusal(requests: unknown): Promise<string> {
  const response = await new TestTenant().post("/$batch", { requests });
  expect(response.status).toBe(400);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect(error.code).toBe("BadRequest");
  return error.message;
}

describe("JSON batching", () => {
  test("answers 200 with a status, headers and a body for each item", async () => {
    const fixture = new TestTenant();
    const items = await batch(
      fixture,
      get("a", "/users?$select=id"),
      get("b", "users/11111111-1111-4111-8111-111111111111"),
      get("c", "https://graph.microsoft.com/v1.0/groups"),
    );
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ["a", 200],
      ["b", 404],
      ["c", 200],
    ]);
    expect(items[0]?.body?.value).toHaveLength(1);
    expect(items[0]?.headers["x-ms-resource-unit"]).toBe("1");
  });

  test("gives an item only its own headers", async () => {
    const fixture = new TestTenant();
    const url = "/users/$count";
    const counted = { ...get("with", url), headers: { ConsistencyLevel: "eventual" } };
    const items = await batch(fixture, get("without", url), counted);
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ["without", 400],
      ["with", 200],
    ]);
    expect(items[1]?.headers["content-type"] ?? items[1]?.headers["Content-Type"]).toMatch(
      /^text\/plain/,
    );
  });

  test("carries out writes", async () => {
    const fixture = new TestTenant();
    const guest = fixture.guest();
    const [item] = await batch(fixture, {
      id: "1",
      method: "PATCH",
      url: `/users/${guest.id}`,
      headers: { "Content-Type": "application/json" },
      body: { accountEnabled: false },
    });
    expect(item).toMatchObject({ id: "1", status: 204 });
    expect(item).not.toHaveProperty("body");
    expect(guest.accountEnabled).toBe(false);
  });

  test("answers 501 in the item for a path that it does not have", async () => {
    const [item] = await batch(new TestTenant(), get("1", "/teams"));
    expect(item).toMatchObject({ status: 501, body: { error: { code: "NotImplemented" } } });
  });

  test("fails what depends on a failed item with 424, and does not carry it out", async () => {
    const fixture = new TestTenant();
    const guest = fixture.guest();
    const items = await batch(
      fixture,
      get("1", "/users/11111111-1111-4111-8111-111111111111"),
      { id: "2", method: "DELETE", url: `/users/${guest.id}`, dependsOn: ["1"] },
      { ...get("3", "/users"), dependsOn: ["2"] },
      get("4", "/users"),
    );
    expect(items.map(({ status }) => status)).toEqual([404, 424, 424, 200]);
    expect(fixture.tenant.directory.users.has(guest.id)).toBe(true);
  });

  test.each([
    ["nothing", undefined, /Invalid batch payload/],
    ["no items", [], /Invalid batch payload/],
    ["more than 20 items", Array.from({ length: 21 }, (_, n) => get(String(n), "/users")), /20/],
    ["the same id in another case", [get("a", "/users"), get("A", "/users")], /duplicate/],
    ["an item without id", [{ method: "GET", url: "/users" }], /Id cannot be null/],
    ["an item without url", [{ id: "1", method: "GET" }], /Url cannot be null/],
    ["an unknown method", [{ id: "1", method: "LOOK", url: "/users" }], /Method is invalid/],
    [
      "a body without Content-Type",
      [{ id: "1", method: "POST", url: "/invitations", body: {} }],
      /Content-Type/,
    ],
    [
      "a dependency on an item that comes later",
      [{ ...get("1", "/users"), dependsOn: ["2"] }, get("2", "/users")],
      /invalid dependency/,
    ],
  ])("refuses the whole of %s", async (_what, requests, message) => {
    expect(await refusal(requests)).toMatch(message);
  });

  test("needs a token, and POST", async () => {
    const fixture = new TestTenant();
    expect((await fixture.graph.request("/$batch", { method: "POST" })).status).toBe(401);
    expect((await fixture.get("/$batch")).status).toBe(405);
  });

  test("checks the scopes of each item", async () => {
    const fixture = new TestTenant();
    const response = await fixture.post(
      "/$batch",
      { requests: [get("1", "/users"), get("2", "/auditLogs/signIns")] },
      { scopes: ["User.Read.All"] },
    );
    const { responses } = (await response.json()) as { responses: Item[] };
    expect(responses.map(({ status }) => status)).toEqual([200, 403]);
  });
});

describe("a batch under faults", () => {
  const injectFaults = (...faults: Fault[]) => {
    const fixture = new TestTenant();
    fixture.tenant.conditions = { ...noFaults(), faults };
    return fixture;
  };
  const five = ["1", "2", "3", "4", "5"].map((id) => get(id, "/users"));

  test("throttles some items, each with its own Retry-After, and answers the others", async () => {
    const fixture = injectFaults({
      kind: "batch-partial-throttle",
      after: 1,
      times: 2,
      retryAfterSeconds: 7,
    });
    const items = await batch(fixture, ...five);
    expect(items.map(({ status }) => status)).toEqual([200, 429, 429, 200, 200]);
    expect(items[1]?.headers["Retry-After"]).toBe("7");
    expect(items[1]?.body?.error?.code).toBe("TooManyRequests");
  });

  test("charges each item to the quotas", async () => {
    const fixture = new TestTenant();
    fixture.tenant.conditions = { ...noFaults(), throttle: "steady" };
    const url = "/users?$select=signInActivity";
    const six = ["1", "2", "3", "4", "5", "6"].map((id) => get(id, url));
    const items = await batch(fixture, ...six);
    expect(items.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test("answers in another order", async () => {
    const items = await batch(injectFaults({ kind: "batch-shuffled" }), ...five);
    const ids = items.map(({ id }) => id);
    expect(ids).not.toEqual(["1", "2", "3", "4", "5"]);
    expect([...ids].sort()).toEqual(["1", "2", "3", "4", "5"]);
  });

  test("does not speak of an item that it carried out", async () => {
    const fixture = injectFaults({ kind: "batch-item-missing", method: "DELETE" });
    const guest = fixture.guest();
    const items = await batch(fixture, five[0], {
      id: "gone",
      method: "DELETE",
      url: `/users/${guest.id}`,
    });
    expect(items.map(({ id }) => id)).toEqual(["1"]);
    expect(fixture.tenant.directory.effects).toMatchObject([
      { kind: "user-deleted", answered: "reset" },
    ]);
  });

  test("says 429 for an item that was applied", async () => {
    const fixture = injectFaults({ kind: "throttled-though-applied", method: "DELETE" });
    const guest = fixture.guest();
    const [item] = await batch(fixture, { id: "1", method: "DELETE", url: `/users/${guest.id}` });
    expect(item?.status).toBe(429);
    expect(fixture.tenant.directory.effects).toMatchObject([{ answered: "error" }]);
  });

  test("loses the whole answer when the line is cut under it", async () => {
    const fixture = injectFaults({ kind: "reset-after-accept", pathPrefix: "/$batch" });
    const guest = fixture.guest();
    const item = { id: "1", method: "DELETE", url: `/users/${guest.id}` };
    await expect(fixture.post("/$batch", { requests: [item] })).rejects.toThrow("connection reset");
    expect(fixture.tenant.directory.effects).toMatchObject([{ answered: "reset" }]);
  });
});
