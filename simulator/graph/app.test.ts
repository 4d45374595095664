import { beforeEach, describe, expect, test } from "vitest";
import { TestTenant } from "./test-tenant.ts";

let home: TestTenant;

beforeEach(() => {
  home = new TestTenant();
});

async function refusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  return `${response.status} ${error.code}: ${error.message}`;
}

describe("Errors: https://learn.microsoft.com/graph/errors", () => {
  test("an operation the simulator does not know is answered 501 and named", async () => {
    expect(await refusal(await home.get("/planner/tasks"))).toContain(
      "501 NotImplemented: The simulator has no operation 'GET /planner/tasks'.",
    );
    expect((await home.get("/me/messages")).status).toBe(501);
    expect((await home.get("/")).status).toBe(501);
  });

  test("a known path with another method is answered 405 with those it has", async () => {
    const response = await home.send("PUT", "/users");
    expect(response.headers.get("allow")).toContain("GET");
    expect(await refusal(response)).toContain("405 Request_BadRequest");
  });

  test.each([
    ["no JSON", "{", "application/json", 400],
    ["another type of content", "a=b", "application/x-www-form-urlencoded", 415],
  ])("a body that is %s is refused", async (_, body, type, status) => {
    const headers = { authorization: `Bearer ${await home.token()}`, "content-type": type };
    const response = await home.graph.request("/users/x", { method: "PATCH", headers, body });
    expect(response.status).toBe(status);
  });

  test("a path that cannot be decoded is refused", async () => {
    expect((await home.get("/users/%E0%A4%A")).status).toBe(400);
  });
});

describe("Best practices: https://learn.microsoft.com/graph/best-practices-concept", () => {
  test("every answer names its request, also in the error body", async () => {
    const headers = { "client-request-id": "11111111-2222-3333-4444-555555555555" };
    for (const path of ["/me", "/nothing"]) {
      const response = await home.get(path, { headers });
      expect(response.headers.get("client-request-id")).toBe(headers["client-request-id"]);
      expect(response.headers.get("request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get("odata-version")).toBe("4.0");
      expect(response.headers.get("date")).toMatch(/GMT$/);
      expect(response.headers.get("content-type")).toBe(
        "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
      );
      if (path === "/me") continue;
      const { error } = (await response.json()) as { error: { innerError: unknown } };
      expect(error.innerError).toMatchObject({
        "request-id": response.headers.get("request-id"),
        "client-request-id": headers["client-request-id"],
      });
    }
  });
});

describe("CORS: https://learn.microsoft.com/graph/auth-v2-user", () => {
  const preflight = (origin: string) =>
    home.graph.request("/users", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization,consistencylevel",
      },
    });

  test("a page on this machine may ask with any header, without a token", async () => {
    const response = await preflight("http://localhost:3000");
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
    expect(response.headers.get("access-control-allow-headers")).toBe(
      "authorization,consistencylevel",
    );
    expect(response.headers.get("access-control-allow-methods")).toContain("PATCH");
  });

  test("a page from elsewhere may not", async () => {
    const response = await preflight("https://evil.example");
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("what a page may read is exposed, on refusals too", async () => {
    const headers = { origin: "http://localhost:3000" };
    const response = await home.graph.request("/users", { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
    const exposed = response.headers.get("access-control-expose-headers") ?? "";
    for (const name of ["www-authenticate", "retry-after", "location", "request-id"]) {
      expect(exposed).toContain(name);
    }
  });
});
