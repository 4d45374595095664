import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { everybody, withdrawConsent } from "../state/consent.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { codeIn, fragmentOf, BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let tenants: Tenants;
let client: BrowserClient;

const writing = { scope: "User.EnableDisableAccount.All openid profile offline_access" };

beforeEach(() => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  tenants = new Tenants();
  tenants.add(tenant);
  client = new BrowserClient(simulator(tenants), tenant);
});

function idOf(name: string): string {
  return tenant.personas.find((persona) => persona.name === name)?.userId ?? "";
}

describe("Somebody who may consent for the organization", () => {
  test("is asked when a permission is first needed, and consents for herself", async () => {
    const page = await client.pick("Grace Okafor", await client.authorize(writing));
    expect(await page.clone().text()).toContain("Enable and disable user accounts");
    const answer = await client.submit("consent", page, { answer: "accept" });
    const { body } = await client.redeem(codeIn(answer), writing);
    expect(body.scope).toContain("User.EnableDisableAccount.All");
    expect(tenant.consents.get(idOf("Grace Okafor"))).toEqual(
      new Set(["User.EnableDisableAccount.All"]),
    );
    expect(tenant.consents.get(everybody)).not.toContain("User.EnableDisableAccount.All");
  });

  test("is not asked a second time", async () => {
    const page = await client.pick("Grace Okafor", await client.authorize(writing));
    await client.submit("consent", page, { answer: "accept" });
    expect(codeIn(await client.authorize({ ...writing, prompt: "none" }))).not.toBe("");
  });

  test("may consent on behalf of the organization, and then nobody else is asked", async () => {
    const page = await client.pick("Grace Okafor", await client.authorize(writing));
    await client.submit("consent", page, { answer: "accept", everybody: "yes" });
    expect(tenant.consents.get(everybody)).toContain("User.EnableDisableAccount.All");
    const uma = new BrowserClient(simulator(tenants), tenant);
    expect(await uma.signIn("Uma Lindqvist", writing)).not.toBe("");
  });

  test("may decline, which the application is told", async () => {
    const page = await client.pick("Grace Okafor", await client.authorize(writing));
    const answer = fragmentOf(await client.submit("consent", page, { answer: "cancel" }));
    expect(answer.get("error")).toBe("access_denied");
    expect(answer.get("error_subcode")).toBe("cancel");
    expect(answer.get("error_description")).toContain("AADSTS65004");
    expect(answer.get("state")).toBe("st&te");
    expect(tenant.consents.has(idOf("Grace Okafor"))).toBe(false);
  });

  test("is asked again with prompt=consent, though all was consented to", async () => {
    await client.signIn("Grace Okafor");
    const page = await client.authorize({ prompt: "consent" });
    expect(await page.clone().text()).toContain("Sign you in and read your profile");
    expect(codeIn(await client.submit("consent", page, { answer: "accept" }))).not.toBe("");
  });
});

describe("Somebody who may not", () => {
  test("sees that an administrator must approve, and can only go back", async () => {
    const page = await client.pick("Uma Lindqvist", await client.authorize(writing));
    const text = await page.clone().text();
    expect(text).toContain("Need admin approval");
    expect(text).not.toContain('value="accept"');
    const answer = fragmentOf(await client.submit("consent", page, { answer: "cancel" }));
    expect(answer.get("error")).toBe("access_denied");
  });

  test("gains nothing by sending the form of somebody who may", async () => {
    const page = await client.pick("Uma Lindqvist", await client.authorize(writing));
    const again = await client.submit("consent", page, { answer: "accept", everybody: "yes" });
    expect(await again.text()).toContain("Need admin approval");
    expect(tenant.consents.get(everybody)).not.toContain("User.EnableDisableAccount.All");
    expect(tenant.consents.has(idOf("Uma Lindqvist"))).toBe(false);
  });

  test("cannot consent as somebody who is not signed in here", async () => {
    const page = await client.pick("Uma Lindqvist", await client.authorize(writing));
    const forged = { answer: "accept", account: idOf("Grace Okafor") };
    const again = await client.submit("consent", page, forged);
    expect(await again.text()).toContain("Pick an account");
    expect(tenant.consents.has(idOf("Grace Okafor"))).toBe(false);
  });

  test("may consent to what concerns only themselves, but not for everybody", async () => {
    const scope = "Mail.Send openid";
    const page = await client.pick("Nora Whitfield", await client.authorize({ scope }));
    expect(await page.clone().text()).not.toContain("Consent on behalf of your organization");
    await client.submit("consent", page, { answer: "accept", everybody: "yes" });
    expect(tenant.consents.get(idOf("Nora Whitfield"))).toEqual(new Set(["Mail.Send"]));
    expect(tenant.consents.get(everybody)).not.toContain("Mail.Send");
  });
});

test("A hidden frame is told that consent is required", async () => {
  await client.signIn("Grace Okafor");
  const answer = fragmentOf(await client.authorize({ ...writing, prompt: "none" }));
  expect(answer.get("error")).toBe("interaction_required");
  expect(answer.get("suberror")).toBe("consent_required");
  expect(answer.get("error_description")).toContain("AADSTS65001");
});

test("Consent withdrawn midway is missed at the next refresh", async () => {
  const { body } = await client.redeem(await client.signIn("Grace Okafor"));
  withdrawConsent(tenant, "AuditLog.Read.All");
  const refused = await client.refresh(body.refresh_token, "AuditLog.Read.All");
  expect(refused.body).toMatchObject({ error: "invalid_grant", suberror: "consent_required" });
  expect((await client.refresh(body.refresh_token, "User.Read")).status).toBe(200);
});
