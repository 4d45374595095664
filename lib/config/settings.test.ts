import { describe, expect, it, test } from "vitest";
import { ConfigError } from "./config-error";
import { publicSettings } from "./public-settings";
import { settingsFrom } from "./settings";

const TENANT = "11111111-2222-4333-8444-555555555555";
const CLIENT = "99999999-8888-4777-8666-555555555555";

const production = {
  GUESTLIST_ORIGIN: "https://guestlist.example.com",
  ENTRA_TENANT_ID: TENANT,
  ENTRA_CLIENT_ID: CLIENT,
  DATABASE_URL: "postgresql://db.example.com/guestlist",
};

const demo = {
  GUESTLIST_ORIGIN: "http://localhost:3000",
  ENTRA_TENANT_ID: TENANT,
  ENTRA_CLIENT_ID: CLIENT,
  DATA_DIR: "/var/lib/guestlist",
  SIMULATOR_ORIGIN: "http://localhost:4010",
};

function refusal(variables: Record<string, string | undefined>): ConfigError {
  try {
    settingsFrom(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("The settings were accepted.");
}

describe("what stops the start, and the variable it names", () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ["no origin", { ...production, GUESTLIST_ORIGIN: undefined }, "GUESTLIST_ORIGIN"],
    ["an empty origin", { ...production, GUESTLIST_ORIGIN: "" }, "GUESTLIST_ORIGIN"],
    [
      "an origin with a path",
      { ...production, GUESTLIST_ORIGIN: "https://a.example/x" },
      "GUESTLIST_ORIGIN",
    ],
    [
      "an origin with a slash",
      { ...production, GUESTLIST_ORIGIN: "https://a.example/" },
      "GUESTLIST_ORIGIN",
    ],
    [
      "plain http outside localhost",
      { ...production, GUESTLIST_ORIGIN: "http://a.example" },
      "GUESTLIST_ORIGIN",
    ],
    [
      "an origin that is no URL",
      { ...production, GUESTLIST_ORIGIN: "guestlist" },
      "GUESTLIST_ORIGIN",
    ],
    ["no tenant", { ...production, ENTRA_TENANT_ID: undefined }, "ENTRA_TENANT_ID"],
    [
      "a tenant that is not a GUID",
      { ...production, ENTRA_TENANT_ID: "contoso.com" },
      "ENTRA_TENANT_ID",
    ],
    [
      "the tenant 'organizations'",
      { ...production, ENTRA_TENANT_ID: "organizations" },
      "ENTRA_TENANT_ID",
    ],
    ["no client", { ...production, ENTRA_CLIENT_ID: undefined }, "ENTRA_CLIENT_ID"],
    [
      "a client that is not a GUID",
      { ...production, ENTRA_CLIENT_ID: "guestlist" },
      "ENTRA_CLIENT_ID",
    ],
    ["an unknown cloud", { ...production, ENTRA_CLOUD: "germany" }, "ENTRA_CLOUD"],
    ["no database", { ...production, DATABASE_URL: undefined }, "DATABASE_URL"],
    ["two databases", { ...production, DATA_DIR: "/data" }, "DATABASE_URL"],
    [
      "a database that is not PostgreSQL",
      { ...production, DATABASE_URL: "mysql://db/x" },
      "DATABASE_URL",
    ],
    ["a relative data folder", { ...demo, DATA_DIR: "./data" }, "DATA_DIR"],
    [
      "the simulator behind a production origin",
      { ...production, SIMULATOR_ORIGIN: "http://localhost:4010" },
      "SIMULATOR_ORIGIN",
    ],
    [
      "the simulator behind https, even on localhost",
      { ...demo, GUESTLIST_ORIGIN: "https://localhost:3000" },
      "SIMULATOR_ORIGIN",
    ],
    [
      "a simulator elsewhere",
      { ...demo, SIMULATOR_ORIGIN: "http://sim.example:4010" },
      "SIMULATOR_ORIGIN",
    ],
    [
      "a simulator whose name only begins with localhost",
      { ...demo, SIMULATOR_ORIGIN: "http://localhost.evil.example" },
      "SIMULATOR_ORIGIN",
    ],
    ["a simulator in a national cloud", { ...demo, ENTRA_CLOUD: "usgov" }, "SIMULATOR_ORIGIN"],
  ])("%s", (_, variables, variable) => {
    const refused = refusal(variables);
    expect(refused.variable).toBe(variable);
    expect(refused.message.startsWith(`${variable} `)).toBe(true);
    expect(refused.message.endsWith(".")).toBe(true);
  });

  it("never repeats a database password", () => {
    const refused = refusal({ ...production, DATABASE_URL: "mysql://me:hunter2@db/x" });
    expect(refused.message).not.toContain("hunter2");
  });
});

describe("what is accepted", () => {
  it("takes a production setting as it is", () => {
    expect(settingsFrom(production)).toMatchObject({
      tenantId: TENANT,
      cloudName: "global",
      database: { kind: "server" },
      simulatorOrigin: null,
    });
  });

  it("takes the demo's setting", () => {
    expect(settingsFrom(demo)).toMatchObject({
      database: { kind: "embedded", directory: "/var/lib/guestlist" },
      simulatorOrigin: "http://localhost:4010",
    });
  });

  it("compares ids in lower case", () => {
    expect(settingsFrom({ ...production, ENTRA_TENANT_ID: TENANT.toUpperCase() }).tenantId).toBe(
      TENANT,
    );
  });
});

describe("what the page is told", () => {
  const other = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
  const cookies = (value?: string) => ({
    get: () => (value === undefined ? undefined : { value }),
  });

  it("names Microsoft's own authority and Graph in production, whatever the cookie says", () => {
    expect(publicSettings(cookies(other), settingsFrom(production))).toEqual({
      clientId: CLIENT,
      tenantId: TENANT,
      authority: `https://login.microsoftonline.com/${TENANT}`,
      graphRoot: "https://graph.microsoft.com",
      apiScope: `api://${CLIENT}/Governance.ReadWrite`,
      cloud: "global",
      simulated: false,
    });
  });

  it("names the national cloud's authority and Graph", () => {
    const national = settingsFrom({ ...production, ENTRA_CLOUD: "china" });
    expect(publicSettings(cookies(), national)).toMatchObject({
      authority: `https://login.partner.microsoftonline.cn/${TENANT}`,
      graphRoot: "https://microsoftgraph.chinacloudapi.cn",
    });
  });

  it("lets a cookie name another simulated tenant", () => {
    const settings = publicSettings(cookies(other), settingsFrom(demo));
    expect(settings.tenantId).toBe(other);
    expect(JSON.parse(settings.authorityMetadata ?? "")).toMatchObject({
      issuer: `http://localhost:4010/${other}/v2.0`,
    });
  });

  it("ignores a cookie that is not a tenant id", () => {
    expect(publicSettings(cookies("../../evil"), settingsFrom(demo)).tenantId).toBe(TENANT);
  });
});
