import { expect, test } from "vitest";
import { simulator } from "../server.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants } from "../state/tenant.ts";

const tenant = seedTenant({ guests: 0, seed: 1 });
const tenants = new Tenants();
tenants.add(tenant);
const app = simulator(tenants, { origin: "http://localhost:4999" });

test("The discovery document names the endpoints under the tenant", async () => {
  const answer = await app.request(`/${tenant.id}/v2.0/.well-known/openid-configuration`, {
    headers: { origin: "http://localhost:3000" },
  });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const document = (await answer.json()) as Record<string, string>;
  expect(document.issuer).toBe(`http://localhost:4999/${tenant.id}/v2.0`);
  expect(document.end_session_endpoint).toBe(
    `http://localhost:4999/${tenant.id}/oauth2/v2.0/logout`,
  );
  const keys = await app.request(new URL(document.jwks_uri ?? "").pathname);
  expect(((await keys.json()) as { keys: unknown[] }).keys).toHaveLength(1);
});

test.each(["v2.0/.well-known/openid-configuration", "discovery/v2.0/keys"])(
  "An unknown tenant has no %s",
  async (path) => {
    const answer = await app.request(`/no-such-tenant/${path}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: "invalid_tenant", error_codes: [90002] });
  },
);
