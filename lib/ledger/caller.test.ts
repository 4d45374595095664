import type { JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import { callerOf, requireRole, type Caller } from "./caller";
import { LedgerError } from "./ledger-error";
import {
  CLIENT,
  openIssuer,
  OTHER_TENANT,
  productionSettings,
  requestWith,
  TENANT,
  USER,
  type TokenIssuer,
} from "./testing/token-issuer";

const AUTHORITY = "https://login.microsoftonline.com";
const simulated = { ...productionSettings, simulatorOrigin: "http://localhost:4999" };

let issuer: TokenIssuer;
let simulator: TokenIssuer;
const now = () => Math.floor(Date.now() / 1_000);

beforeAll(async () => {
  issuer = await openIssuer(AUTHORITY);
  simulator = await openIssuer(simulated.simulatorOrigin, OTHER_TENANT);
  vi.stubGlobal("fetch", (url: string) =>
    Promise.resolve(Response.json(url.startsWith(AUTHORITY) ? issuer.jwks : simulator.jwks)),
  );
});

afterAll(() => {
  vi.unstubAllGlobals();
});

async function refusalOf(
  authorization: string | undefined,
  from = productionSettings,
): Promise<LedgerError> {
  const outcome: unknown = await callerOf(requestWith(authorization), from).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof LedgerError) return outcome;
  throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
}

describe("A good token", () => {
  it("says who is calling", async () => {
    expect(
      await callerOf(requestWith(`Bearer ${await issuer.issue()}`), productionSettings),
    ).toEqual({
      tenantId: TENANT,
      userId: USER,
      name: "Olga Operator",
      username: "olga@contoso.example",
      roles: ["Governance.Operator"],
    });
  });

  test.each<[string, JWTPayload]>([
    ["for the API's application id URI", { aud: `api://${CLIENT}` }],
    ["with more permissions than ours", { scp: "Else.Read Governance.ReadWrite" }],
    ["with roles that we do not know beside ours", { roles: ["Other", "Governance.Reader"] }],
    ["a minute past its end, since clocks differ", { exp: now() - 30 }],
    ["without a name", { name: undefined, preferred_username: undefined }],
    ["for a person, as idtyp says", { idtyp: "user" }],
    ["for a member, as acct says", { acct: 0 }],
  ])("is taken %s", async (_, changes) => {
    const token = await issuer.issue(changes);
    expect((await callerOf(requestWith(`Bearer ${token}`), productionSettings)).userId).toBe(USER);
  });
});

describe("403 for a person whose token", () => {
  test.each<[string, JWTPayload]>([
    ["is an id token: no scp", { scp: undefined }],
    ["has another permission", { scp: "User.Read" }],
    ["has a permission that only begins like ours", { scp: "Governance.ReadWrite.All" }],
    ["has its permissions in a list", { scp: ["Governance.ReadWrite"] }],
    ["is an application's own", { idtyp: "app" }],
    ["is an application's own, without scp", { idtyp: "app", scp: undefined }],
    ["has no app role", { roles: undefined }],
    ["has an empty list of app roles", { roles: [] }],
    ["has another application's role", { roles: ["Governance.Owner"] }],
    ["has its role as a text", { roles: "Governance.Administrator" }],
    ["says that they are a guest", { acct: 1 }],
  ])("%s", async (_, changes) => {
    expect((await refusalOf(`Bearer ${await issuer.issue(changes)}`)).kind).toBe("forbidden");
  });
});

describe("Against the simulator", () => {
  it("any tenant is taken whose issuer matches it", async () => {
    const caller = await callerOf(requestWith(`Bearer ${await simulator.issue()}`), simulated);
    expect(caller.tenantId).toBe(OTHER_TENANT);
  });

  test.each<[string, JWTPayload]>([
    ["whose tenant is not its issuer's", { tid: TENANT }],
    ["whose tenant is a path", { tid: "../keys" }],
    ["without a tenant", { tid: undefined }],
    ["of Microsoft's issuer", { iss: `${AUTHORITY}/${OTHER_TENANT}/v2.0` }],
  ])("a token is refused %s", async (_, changes) => {
    expect((await refusalOf(`Bearer ${await simulator.issue(changes)}`, simulated)).kind).toBe(
      "unauthenticated",
    );
  });

  it("Microsoft's own tokens are refused", async () => {
    expect((await refusalOf(`Bearer ${await issuer.issue()}`, simulated)).kind).toBe(
      "unauthenticated",
    );
  });
});

describe("App roles", () => {
  const holder = (...roles: Caller["roles"]): Caller => ({
    tenantId: TENANT,
    userId: USER,
    name: null,
    username: null,
    roles,
  });

  it("include the narrower ones", () => {
    expect(() => {
      requireRole(holder("Governance.Administrator"), "Governance.Reader");
    }).not.toThrow();
    expect(() => {
      requireRole(holder("Governance.Operator"), "Governance.Operator");
    }).not.toThrow();
  });

  it("do not include the wider ones", () => {
    expect(() => {
      requireRole(holder("Governance.Reader"), "Governance.Operator");
    }).toThrow(LedgerError);
    expect(() => {
      requireRole(holder("Governance.Operator"), "Governance.Administrator");
    }).toThrow(LedgerError);
  });
});
