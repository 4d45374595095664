import type { SignedInSession } from "@/lib/identity/session-state";
import { SignInNeeded } from "@/lib/identity/sign-in-needed";
import type { PublicSettings } from "@/lib/identity/settings";
import { type TokenAnswer, BrowserClient } from "@/simulator/authority/browser-client";
import { SimulatorControl } from "@/simulator/control/client";
import type { SimulatedTenant } from "@/simulator/control/simulated-tenant";
import type { TenantRequest } from "@/simulator/control/control-api";
import { simulator } from "@/simulator/server";
import { defaults } from "@/simulator/state/defaults";
import { Tenants } from "@/simulator/state/tenant";
import { TestApi } from "./test-api";

const SIMULATOR = `http://localhost:${defaults.port}`;
const OWN_API = `api://${defaults.clientId}/Governance.ReadWrite`;
const SIGN_IN_SCOPES = "openid profile offline_access";

/** A simulated organization, our own API, and the pages' way to both: all in this process. */
export interface TestTenant {
  readonly tenant: SimulatedTenant;
  readonly settings: PublicSettings;
  /** Method and address of every request that pages sent to Graph, in order. */
  readonly sent: readonly string[];
  readonly api: TestApi;
  readonly sessionOf: (persona: string) => Promise<SignedInSession>;
  /** The requests and runs that pages have under way. */
  readonly underWay: () => readonly string[];
  /** What pages fetch with. */
  readonly fetch: typeof globalThis.fetch;
}

/** A tenant of the test's own, as the control API makes it. */
export async function createTestTenant(options: TenantRequest = {}): Promise<TestTenant> {
  const app = simulator(new Tenants());
  const request = async (url: string, init?: RequestInit) => await app.request(url, init);
  const send = ((url: string, init?: RequestInit) => request(url, init)) as typeof fetch;
  const tenant = await new SimulatorControl(SIMULATOR, send).createTenant(options);
  const sent: string[] = [];
  const api = new TestApi(tenant.id);
  const open = new Map<symbol, string>();
  const counted = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const mark = Symbol(what);
    open.set(mark, what);
    try {
      return await work();
    } finally {
      open.delete(mark);
    }
  };
  const fetch: typeof globalThis.fetch = (input, init) =>
    counted(input instanceof Request ? input.url : String(input), () => answer(input, init));
  const answer: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, window.location.href);
    if (url.origin === SIMULATOR) {
      if (url.pathname.startsWith("/v1.0/")) {
        sent.push(`${init?.method ?? "GET"} ${decodeURIComponent(url.pathname + url.search)}`);
      }
      // How a browser sends it is not the server's business.
      const { method = "GET", headers, body, signal } = init ?? {};
      return request(url.href, {
        method,
        ...(headers && { headers }),
        ...(body != null && { body }),
        ...(signal && { signal }),
      });
    }
    // A signal of jsdom is none for Node's own Request.
    const { method, headers, body } = init ?? {};
    return api.answer(
      new Request(url, {
        ...(method && { method }),
        ...(headers && { headers }),
        ...(body != null && { body }),
      }),
    );
  };
  return {
    tenant,
    settings: settingsFor(tenant.id),
    sent,
    api,
    underWay: () => [...open.values(), ...(api.isHeld() ? ["a run that holds its lease"] : [])],
    sessionOf: async (persona) => {
      const session = await openSession({ request: send }, tenant, persona);
      const tokenFor: SignedInSession["tokenFor"] = (...args) =>
        counted("a token", () => session.tokenFor(...args));
      return { ...session, tokenFor };
    },
    fetch,
  };
}

function settingsFor(tenantId: string): PublicSettings {
  return {
    clientId: defaults.clientId,
    tenantId,
    authority: `https://simulator.invalid/${tenantId}`,
    graphRoot: SIMULATOR,
    apiScope: OWN_API,
    cloud: "global",
    simulated: true,
  };
}

/** A session whose tokens come from the authority's token endpoint. */
async function openSession(
  authority: { readonly request: typeof fetch },
  tenant: SimulatedTenant,
  name: string,
): Promise<SignedInSession> {
  const client = new BrowserClient(
    { request: (path, init) => authority.request(`http://localhost${path}`, init) },
    tenant,
  );
  const scope = { scope: `${OWN_API} ${SIGN_IN_SCOPES}` };
  const { body } = await client.redeem(await client.signIn(name, scope), scope);
  const held = new Map<string, string>();
  const { userId, username, appRoles } = tenant.persona(name);
  const homeAccountId = `${userId}.${tenant.id}`;
  const account = { homeAccountId, tenantId: tenant.id, userId, name, username, appRoles };
  return {
    state: "signed-in",
    account,
    accounts: [account],
    failure: null,
    tokenFor: async (scopes, claims) => {
      const key = scopes.join(" ");
      const known = held.get(key);
      if (known !== undefined && claims === undefined) return known;
      const answer = await client.refresh(body.refresh_token, key, claims ? { claims } : {});
      if (answer.status !== 200) throw refusalOf(scopes, claims, answer.body);
      held.set(key, answer.body.access_token);
      return answer.body.access_token;
    },
    ask: () => undefined,
    signOut: () => undefined,
    switchTo: () => undefined,
    addAccount: () => undefined,
  };
}

function refusalOf(
  scopes: readonly string[],
  claims: string | undefined,
  answer: TokenAnswer,
): SignInNeeded {
  const sessionEnded = answer.suberror !== "consent_required" && answer.error === "invalid_grant";
  return new SignInNeeded(scopes, claims, {
    sessionEnded: sessionEnded && !answer.error_description.includes("AADSTS65001"),
    cause: answer,
  });
}
