import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { seedTenant } from "../state/seed/harborline.ts";
import { Tenants, type Tenant } from "../state/tenant.ts";
import { BrowserClient } from "./browser-client.ts";

let tenant: Tenant;
let client: BrowserClient;

beforeEach(() => {
  tenant = seedTenant({ guests: 0, seed: 1 });
  const tenants = new Tenants();
  tenants.add(tenant);
  client = new BrowserClient(simulator(tenants), tenant);
});

describe("Every page", () => {
  const pages: [string, () => Promise<Response>][] = [
    ["to pick an account", () => client.authorize()],
    ["of an error", () => client.authorize({ client_id: "nobody" })],
    [
      "to consent",
      async () => client.pick("Grace Okafor", await client.authorize({ scope: "Mail.Send" })),
    ],
    [
      "to ask an administrator",
      async () =>
        client.pick("Nora Whitfield", await client.authorize({ scope: "User.Invite.All" })),
    ],
    ["after signing out", () => client.get(`/${tenant.id}/oauth2/v2.0/logout`)],
  ];
  test.each(pages)(
    "%s allows no script and no framing, and says that it is not Microsoft's",
    async (_, open) => {
      const page = await open();
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(page.headers.get("cache-control")).toBe("no-store");
      const text = await page.text();
      expect(text).toContain("This is the Guestlist simulator, not Microsoft");
      expect(text).toContain('<html lang="en">');
      expect(text.match(/<h1>/g)).toHaveLength(1);
      expect(text).not.toMatch(/<script|<img| on\w+=| style="/);
    },
  );
});

test("The one style is the one that the policy allows", async () => {
  const page = await client.authorize();
  const [, style = ""] = /<style>([^]*?)<\/style>/.exec(await page.text()) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  expect(page.headers.get("content-security-policy")).toContain(`style-src 'sha256-${hash}'`);
});

test("The form may lead to the application it signs in to, and nowhere else", async () => {
  const policy = (await client.authorize()).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("form-action 'self' http://localhost:3000;");
});

test("An answer to the application carries no framing rule: hidden frames come through it", async () => {
  const answer = await client.authorize({ prompt: "none" });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("content-security-policy")).toBeNull();
  expect(answer.headers.get("x-frame-options")).toBeNull();
});

test("Hostile names are inert on every page", async () => {
  const hostile = `"><img src=x onerror=alert(1)>'&lt;\u202E`;
  const nora = tenant.personas.find((persona) => persona.name === "Nora Whitfield");
  if (!nora) throw new Error("Nora is missing");
  Object.assign(nora, { name: hostile, about: hostile, username: hostile, appRoles: [hostile] });
  const escaped = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;";
  const pick = await client.authorize({ state: hostile, login_hint: hostile });
  const text = await pick.clone().text();
  expect(text).not.toContain("<img");
  expect(text).toContain(escaped);
  const consent = await client.submit("login", await client.authorize({ scope: "Mail.Send" }), {
    account: nora.userId,
  });
  const consentPage = await consent.text();
  expect(consentPage).toContain("Permissions requested");
  expect(consentPage).toContain(escaped);
  expect(consentPage).not.toContain("<img");
});

test("An error page shows what was sent without obeying it", async () => {
  const page = await client.authorize({
    redirect_uri: "https://x.example/<script>alert(1)</script>",
  });
  const text = await page.text();
  expect(text).toContain("AADSTS50011");
  expect(text).not.toContain("<script");
});

test("A persona's button is called by their name first", async () => {
  const text = await (await client.authorize()).text();
  const buttons = [...text.matchAll(/<button class="person"[^>]*>\s*<strong><bdi>([^<]+)/g)];
  expect(buttons.map(([, name]) => name)).toEqual(tenant.personas.map(({ name }) => name));
});
