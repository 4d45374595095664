import { expect, test } from "../support/test.ts";

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

for (const route of ROUTES) {
  test(`The server's answer for ${route} needs nothing that the policy forbids`, async ({
    request,
  }) => {
    const answer = await request.get(route);
    const policy = answer.headers()["content-security-policy"] ?? "";
    await test.step("The policy allows nothing unsafe, and nothing by default.", () => {
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe-");
      expect(policy).not.toContain("*");
    });
    await test.step("Every script and style carries the nonce of this answer; no style attribute is there.", async () => {
      const html = await answer.text();
      expect(html).not.toMatch(/ style=["']/);
      expect(html).not.toMatch(/ on[a-z]+=["']/);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
      const inline = html.match(/<(script|style)\b[^>]*>/g) ?? [];
      expect(inline.length).toBeGreaterThan(0);
      for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
    });
    await test.step("The next answer has another nonce.", async () => {
      const again = (await request.get(route)).headers()["content-security-policy"];
      expect(again).not.toBe(policy);
    });
  });
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
  expect((await request.post("/api/entries", { data: { entries: [], cards: [] } })).status()).toBe(
    401,
  );
});
