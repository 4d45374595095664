import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { defaults } from "../state/defaults.ts";
import type { User } from "../state/entities.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let tenants: Tenants;
let client: BrowserClient;

beforeEach(() => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  tenants = new Tenants();
  tenants.add(tenant);
  client = new BrowserClient(simulator(tenants), tenant);
});

function grace(): User {
  const user = tenant.directory.users.get(tenant.personas[0]?.userId ?? "");
  if (!user) throw new Error("Grace is missing");
  return user;
}

describe("Refresh tokens", () => {
  test("They end 24 hours after sign-in, however often they were renewed", async () => {
    const first = await client.redeem(await client.signIn("Grace Okafor"));
    expect(first.body.refresh_token_expires_in).toBe(86_400);
    tenant.clock.advance(23 * 3_600_000);
    const second = await client.refresh(first.body.refresh_token, "User.Read");
    expect(second.body.refresh_token_expires_in).toBeLessThanOrEqual(3600);
    tenant.clock.advance(3_600_000);
    const late = await client.refresh(second.body.refresh_token, "User.Read");
    expect(late.body).toMatchObject({ error: "invalid_grant", error_codes: [700084] });
  });

  test("They survive a restart of the simulator", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    const restarted = new BrowserClient(simulator(tenants), tenant);
    expect((await restarted.refresh(body.refresh_token, "User.Read")).status).toBe(200);
  });

  test("Two resources in one call are refused", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    const both = await client.refresh(body.refresh_token, `User.Read ${defaults.apiScope}`);
    expect(both.body).toMatchObject({ error: "invalid_request", error_codes: [28000] });
  });

  test("A scope that nobody consented to is refused in the form that MSAL takes for interaction", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    const refused = await client.refresh(body.refresh_token, "User.ReadWrite.All");
    expect(refused.body).toMatchObject({
      error: "invalid_grant",
      suberror: "consent_required",
      error_codes: [65001],
    });
  });

  test("Neither an access token nor a tampered one is a refresh token", async () => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    for (const token of [body.access_token, body.id_token, `${body.refresh_token}x`, "x"]) {
      const { body: refused } = await client.refresh(token, "User.Read");
      expect(refused).toMatchObject({ error: "invalid_grant", error_codes: [9002313] });
    }
  });

  test("A refresh token of one tenant is refused by another", async () => {
    const other = seedTenant({ id: "0d7f6c1c-52f5-4c0e-8f0e-0c6f6a4c2b11", guests: 0, seed: 1 });
    tenants.add(other);
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    const there = new BrowserClient(simulator(tenants), other);
    expect((await there.refresh(body.refresh_token, "User.Read")).body.error_codes).toEqual([
      70000,
    ]);
  });

  const ends: [string, (user: User) => void, number][] = [
    [
      "the person is blocked",
      (user) => {
        user.accountEnabled = false;
      },
      50057,
    ],
    [
      "the sessions are revoked",
      (user) => {
        user.sessionsValidFrom = tenant.clock.iso();
      },
      50173,
    ],
    [
      "the person is deleted",
      (user) => {
        tenant.directory.users.delete(user.id);
      },
      500341,
    ],
  ];
  test.each(ends)("They end when %s", async (_, end, code) => {
    const { body } = await client.redeem(await client.signIn("Grace Okafor"));
    tenant.clock.advance(60_000);
    end(grace());
    const refused = await client.refresh(body.refresh_token, "User.Read");
    expect(refused.body).toMatchObject({ error: "invalid_grant", error_codes: [code] });
  });
});
