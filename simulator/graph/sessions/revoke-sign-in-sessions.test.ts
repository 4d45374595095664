import { expect, test } from "vitest";
import { TestTenant } from "../test-tenant.ts";

// https://learn.microsoft.com/graph/api/user-revokesigninsessions

test("answers 200 with true, ends the sessions, and leaves its traces", async () => {
  const bed = new TestTenant();
  const guest = bed.guest();
  const response = await bed.post(`/users/${guest.id}/revokeSignInSessions`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ value: true });
  expect(guest.sessionsValidFrom).toMatch(/^2026-11-20T12:00/);
  expect(bed.tenant.directory.effects).toMatchObject([
    { kind: "sessions-revoked", targetId: guest.id, actorId: bed.admin.id },
  ]);
  expect(bed.tenant.directory.audits[0]?.activityDisplayName).toBe(
    "Update StsRefreshTokenValidFrom Timestamp",
  );
});

test("anybody may end their own, and only an administrator those of others", async () => {
  const bed = new TestTenant();
  const as = bed.member("Nils Norole");
  expect((await bed.post("/me/revokeSignInSessions", undefined, { as })).status).toBe(200);
  const others = `/users/${bed.guest().id}/revokeSignInSessions`;
  expect((await bed.post(others, undefined, { as })).status).toBe(403);
});

test("needs a scope, and somebody to be there", async () => {
  const bed = new TestTenant();
  const at = (id: string) => `/users/${id}/revokeSignInSessions`;
  const scopes = ["User.Read.All"];
  expect((await bed.post(at(bed.guest().id), undefined, { scopes })).status).toBe(403);
  expect((await bed.post(at("11111111-1111-4111-8111-111111111111"))).status).toBe(404);
});
