import { type APIRequestContext, expect, test } from "@playwright/test";

// No page is opened here: what the server answers is read as it is.

const ROUTES = [
  "/",
  "/guests",
  "/invitations",
  "/deleted",
  "/reviews",
  "/reviews/0a1b2c3d-0000-4000-8000-000000000000",
  "/history",
  "/settings",
  "/no-such-page",
] as const;

test("The server's answer for every page needs nothing that its policy forbids", async ({
  request,
}) => {
  for (const route of ROUTES) {
    await test.step(`${route}: nothing unsafe, nothing by default, a nonce of this answer alone.`, () =>
      judge(request, route));
  }
});

async function judge(request: APIRequestContext, route: string): Promise<void> {
  const answer = await request.get(route);
  const policy = answer.headers()["content-security-policy"] ?? "";
  expect(policy, route).toContain("default-src 'none'");
  expect(policy, route).not.toContain("unsafe-");
  expect(policy, route).not.toContain("*");
  const html = await answer.text();
  expect(html, route).not.toMatch(/ style=["']/);
  expect(html, route).not.toMatch(/ on[a-z]+=["']/);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
  const inline = html.match(/<(script|style)\b[^>]*>/g) ?? [];
  expect(inline.length, route).toBeGreaterThan(0);
  for (const tag of inline) expect(tag, route).toContain(`nonce="${nonce}"`);
  const again = (await request.get(route)).headers()["content-security-policy"];
  expect(again, route).not.toBe(policy);
}

test("The page that sign-in comes back to may be framed by ourselves alone", async ({
  request,
}) => {
  const answer = await request.get("/auth/redirect.html");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'self'");
  expect(answer.headers()["content-security-policy"]).not.toContain("unsafe-");
  expect(answer.headers()["cache-control"]).toBe("no-store");
});

test("The history and the settings answer nobody without a token", async ({ request }) => {
  for (const path of ["/api/history", "/api/policy"]) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
  const posted = await request.post("/api/entries", { data: { entries: [], cards: [] } });
  expect(posted.status()).toBe(401);
});
