import { expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";

// https://learn.microsoft.com/graph/api/user-revokesigninsessions

test("answers 200 with true, ends the sessions, and leaves its traces", async () => {
  const fixture = new TestTenant();
  const guest = fixture.guest();
  const response = await fixture.post(`/users/${guest.id}/revokeSignInSessions`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ value: true });
  expect(guest.sessionsValidFrom).toMatch(/^2026-11-20T12:00/);
  expect(fixture.tenant.directory.effects).toMatchObject([
    { kind: "sessions-revoked", targetId: guest.id, actorId: fixture.admin.id },
  ]);
  expect(fixture.tenant.directory.audits[0]?.activityDisplayName).toBe(
    "Update StsRefreshTokenValidFrom Timestamp",
  );
});

test("anybody may end their own, and only an administrator those of others", async () => {
  const fixture = new TestTenant();
  const as = fixture.member("Nils Norole");
  expect((await fixture.post("/me/revokeSignInSessions", undefined, { as })).status).toBe(200);
  const others = `/users/${fixture.guest().id}/revokeSignInSessions`;
  expect((await fixture.post(others, undefined, { as })).status).toBe(403);
});

test("needs a scope, and somebody to be there", async () => {
  const fixture = new TestTenant();
  const at = (id: string) => `/users/${id}/revokeSignInSessions`;
  const scopes = ["User.Read.All"];
  expect((await fixture.post(at(fixture.guest().id), undefined, { scopes })).status).toBe(403);
  expect((await fixture.post(at("11111111-1111-4111-8111-111111111111"))).status).toBe(404);
});
